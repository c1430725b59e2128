import { randomUUID } from 'node:crypto';
import { CloseCode, closeMeaning, decodeServerFrame, encode, ENDPOINT_PATH } from '@ask-kitten/streams/protocol';

/** Node 22 has a WebSocket of its own, Node 20 takes the one of `ws`. */
const WebSocket = globalThis.WebSocket ?? (await import('ws')).WebSocket;

const origin = process.argv[2];
const code = randomUUID();
const context = { newId: randomUUID, now: Date.now };

/** Connects, and hands out messages up to the first for which `isLast` holds. */
function run(query, { onOpen, isLast }) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${origin}${ENDPOINT_PATH}?${new URLSearchParams({ code, ...query })}`);
    const messages = [];
    socket.onerror = () => reject(new Error('the socket failed'));
    socket.onclose = ({ code: closed }) => resolve({ messages, closed });
    socket.onmessage = ({ data }) => {
      for (const decoded of decodeServerFrame(data, context)) {
        if (!decoded.ok) return reject(new Error(`a frame could not be read: ${decoded.fault.reason}`));
        messages.push(decoded.value);
        if (decoded.value.event === 'welcome') onOpen?.(socket);
        if (isLast(decoded.value)) socket.close(CloseCode.NormalClosure);
      }
    };
  });
}

function check(name, holds) {
  console.log(`${holds ? 'ok   ' : 'WRONG'} ${name}`);
  if (!holds) process.exit(1);
}

const prompt = { type: 'text', id: randomUUID(), content: '一只橘猫在雨夜的霓虹街头散步' };
const isCompleted = ({ event }) => event === 'completed';
const { messages } = await run({}, { onOpen: (socket) => socket.send(encode(prompt).value), isLast: isCompleted });
const [welcome] = messages;
const durable = messages.filter(({ seq }) => seq !== undefined);
check('is greeted first', welcome.event === 'welcome');
check(
  'gets a video',
  messages.some(({ type, url }) => type === 'video' && url !== undefined),
);
check(
  'gets every seq once',
  durable.every(({ seq }, index) => seq === index + 1),
);

const resumed = await run({ after: '2', epoch: welcome.epoch }, { isLast: isCompleted });
check('resumes', resumed.messages.filter(({ seq }) => seq !== undefined).length === durable.length - 2);

const refused = await run({ code: '42' }, { isLast: () => false });
check('knows why it is refused', closeMeaning(refused.closed) === 'malformed');

import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { createAdapter } from '@socket.io/redis-streams-adapter';
import { createClient } from 'redis';
import { Server } from 'socket.io';
import { ANSWER, piecesFor } from '../answer.mjs';

/** As many as a gateway has its bot answer at once. */
const AT_ONCE = 4;

const redis = createClient({ url: process.env.REDIS_URL });
await redis.connect();
const http = createServer();
const io = new Server(http, {
  transports: ['websocket'],
  serveClient: false,
  adapter: createAdapter(redis, { maxLen: 100_000, readCount: 1_000 }),
  // What was missed is sent after a reconnect, which is the nearest that it has to a log.
  connectionStateRecovery: {},
});
const waiting = [];
let running = 0;

io.on('connection', (socket) => {
  const { code } = socket.handshake.auth;
  socket.join(code);
  socket.on('prompt', (prompt) => {
    const job = { jobId: randomUUID(), promptId: prompt.id };
    say(code, { type: 'system', event: 'accepted', content: '已收到', prompt: prompt.content, ...job });
    waiting.push(() => answer(code, prompt, job));
    runNext();
  });
});

function runNext() {
  if (running === AT_ONCE) return;
  const run = waiting.shift();
  if (run === undefined) return;
  running++;
  void run().finally(() => {
    running--;
    runNext();
  });
}

async function answer(code, prompt, job) {
  for await (const content of piecesFor(prompt.content)) say(code, { type: 'text', content, append: true, ...job });
  say(code, { type: 'text', content: ANSWER, ...job });
  say(code, { type: 'system', event: 'completed', content: '已完成', ...job });
}

/** To all sockets of a code, wherever they are. */
function say(code, message) {
  io.to(code).emit('message', { id: randomUUID(), ts: Date.now(), ...message });
}

http.listen(0, '127.0.0.1', () => process.send({ url: `http://127.0.0.1:${http.address().port}` }));
process.on('disconnect', () => process.exit());

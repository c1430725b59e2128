import type { ServerMessage } from '../../../protocol/index.ts';
import type { EventLog, MessageDraft } from '../index.ts';

const CAT = '5a0c1f0e-0000-4000-8000-00000000000a';
const DOG = '5a0c1f0e-0000-4000-8000-00000000000b';

function saying(content: string): MessageDraft {
  return { type: 'text', content };
}

function contents(messages: readonly ServerMessage[]): readonly (string | undefined)[] {
  return messages.map((message) => (message.type === 'text' ? message.content : undefined));
}

/**
 * What every event log guarantees.
 *
 * @param make Makes an empty log that stores at least `stored` messages of a code and trims soon after;
 * without `stored`, one that trims nothing a spec writes. The suite closes it.
 */
export function describeEventLogContract(name: string, make: (stored?: number) => Promise<EventLog>): void {
  describe(`${name} as an event log`, () => {
    let log: EventLog;

    beforeEach(async () => {
      log = await make();
    });

    afterEach(() => log.close());

    it('numbers the messages of each code from 1 without a gap', async () => {
      const seqs: number[] = [];
      for (const code of [CAT, CAT, DOG, CAT]) seqs.push((await log.append(code, saying('喵'))).seq);
      expect(seqs).toEqual([1, 2, 1, 3]);
    });

    it('numbers appends that overlap without a gap or a repeat', async () => {
      const appends = Array.from({ length: 20 }, (_, index) => log.append(CAT, saying(`${index}`)));
      const stored = await Promise.all(appends);
      expect(stored.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(stored.map((_, index) => index + 1));
    });

    it('gives a message its id and time, and keeps an id that it has', async () => {
      const before = Date.now();
      const message = await log.append(CAT, { ...saying('喵'), id: DOG });
      expect(message.id).toBe(DOG);
      expect(message.ts).toBeGreaterThanOrEqual(before);
      expect((await log.append(CAT, saying('喵'))).id).not.toBe((await log.append(CAT, saying('喵'))).id);
    });

    it('reads what is stored after a seq, oldest first', async () => {
      for (const content of ['一', '二', '三']) await log.append(CAT, saying(content));
      expect(contents(await log.read(CAT, 0))).toEqual(['一', '二', '三']);
      expect(contents(await log.read(CAT, 2))).toEqual(['三']);
      expect(await log.read(CAT, 3)).toEqual([]);
      expect(await log.read(CAT, 99)).toEqual([]);
    });

    it('reads the very messages that it published', async () => {
      const received: ServerMessage[] = [];
      log.follow(CAT, (message) => received.push(message));
      const stored = await log.append(CAT, saying('喵'));
      expect(received).toEqual([stored]);
      expect(await log.read(CAT, 0)).toEqual([stored]);
    });

    it('publishes durable and transient messages in order, to every follower of the code and to no other', async () => {
      const received: ServerMessage[] = [];
      const alsoReceived: ServerMessage[] = [];
      const overheard: ServerMessage[] = [];
      log.follow(CAT, (message) => received.push(message));
      log.follow(CAT, (message) => alsoReceived.push(message));
      log.follow(DOG, (message) => overheard.push(message));
      await log.append(CAT, saying('一'));
      log.publish(CAT, saying('二'));
      await log.append(CAT, saying('三'));
      expect(contents(received)).toEqual(['一', '二', '三']);
      expect(alsoReceived).toEqual(received);
      expect(overheard).toEqual([]);
      expect(await log.read(DOG, 0)).toEqual([]);
    });

    it('stores nothing of a transient message', async () => {
      log.publish(CAT, saying('喵'));
      expect(await log.extent(CAT)).toEqual({ firstSeq: 1, lastSeq: 0 });
      expect((await log.append(CAT, saying('喵'))).seq).toBe(1);
    });

    it('leaves a follower alone after it has ended, and the others not', async () => {
      const received: ServerMessage[] = [];
      const listener = (message: ServerMessage): number => received.push(message);
      const end = log.follow(CAT, listener);
      log.follow(CAT, listener);
      end();
      end();
      await log.append(CAT, saying('喵'));
      expect(received.length).toBe(1);
    });

    it('knows the first and the last seq of a code', async () => {
      expect(await log.extent(CAT)).toEqual({ firstSeq: 1, lastSeq: 0 });
      await log.append(CAT, saying('一'));
      await log.append(CAT, saying('二'));
      expect(await log.extent(CAT)).toEqual({ firstSeq: 1, lastSeq: 2 });
    });

    it('trims the oldest and goes on counting', async () => {
      await log.close();
      log = await make(3);
      for (let count = 0; count < 200; count++) await log.append(CAT, saying('喵'));
      const { firstSeq, lastSeq } = await log.extent(CAT);
      const stored = await log.read(CAT, 0);
      expect(lastSeq).toBe(200);
      expect(firstSeq).toBeGreaterThan(1);
      expect(stored.length).toBeGreaterThanOrEqual(3);
      expect(stored.map(({ seq }) => seq)).toEqual(stored.map((_, index) => firstSeq + index));
    });

    it('has an epoch that another log does not have', async () => {
      const other = await make();
      expect(other.epoch).not.toBe(log.epoch);
      await other.close();
    });
  });
}

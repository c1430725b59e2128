import { EventLoopTurns } from '../limits/event-loop-turns.ts';
import { memoryLog } from '../testing/test-storage.ts';
import { replay } from './replay.ts';

const CODE = 'code';

describe('replay', () => {
  const log = memoryLog();
  const turns = new EventLoopTurns();
  const idle = { log, code: CODE, turns, onRead: () => undefined, isOver: () => false };

  beforeAll(async () => {
    for (let seq = 1; seq <= 120; seq++) await log.append(CODE, { type: 'text', content: `${seq}` });
  });

  it('sends what is stored, word for word, in pages', async () => {
    const pages: string[][] = [];
    const last = await replay(10, {
      ...idle,
      send: (page) => {
        pages.push(page.map(({ text }) => text));
        return Promise.resolve();
      },
    });
    expect(last).toBe(120);
    expect(pages.map((page) => page.length)).toEqual([50, 50, 10]);
    expect(pages.flat()).toEqual((await log.read(CODE, 10)).map((message) => JSON.stringify(message)));
  });

  it('reads no further page before the one before has left', async () => {
    let reads = 0;
    const left = Promise.withResolvers<undefined>();
    const sending = replay(0, { ...idle, onRead: () => reads++, send: () => left.promise.then(() => undefined) });
    for (let turn = 0; turn < 10; turn++) await turns.next();
    expect(reads).toBe(1);
    left.resolve(undefined);
    await sending;
    expect(reads).toBe(3);
  });

  it('sends nothing more to a client that has gone', async () => {
    const send = jasmine.createSpy().and.resolveTo();
    expect(await replay(0, { ...idle, isOver: () => send.calls.count() === 1, send })).toBe(50);
    expect(send).toHaveBeenCalledTimes(1);
  });
});

import { catchUp, durableAfter } from './catch-up.ts';
import type { EventLog } from '../ports/index.ts';
import { envelope, durableEnvelope } from '../messages/envelope.ts';
import { memoryLog } from '../testing/test-storage.ts';

const CODE = 'code';

async function logOf(count: number, stored = 100): Promise<EventLog> {
  const log = memoryLog(stored);
  for (let index = 1; index <= count; index++) await log.append(CODE, { type: 'text', content: `${index}` });
  return log;
}

async function caughtUp(log: EventLog, after: number, epoch: string | undefined = log.epoch) {
  const { after: from, ...facts } = await catchUp(log, CODE, { after, epoch });
  return { ...facts, missed: (await log.read(CODE, from)).map(({ seq }) => seq) };
}

describe('catchUp', () => {
  it('gives a first visit no history', async () => {
    const result = await catchUp(await logOf(3), CODE, undefined);
    expect(result).toEqual({ lastSeq: 3, recovered: true, after: 3 });
  });

  it('gives a client everything after what it has', async () => {
    expect(await caughtUp(await logOf(4), 2)).toEqual({ lastSeq: 4, recovered: true, missed: [3, 4] });
  });

  it('gives a client that has everything nothing', async () => {
    expect(await caughtUp(await logOf(4), 4)).toEqual({ lastSeq: 4, recovered: true, missed: [] });
    expect(await caughtUp(await logOf(0), 0)).toEqual({ lastSeq: 0, recovered: true, missed: [] });
  });

  it('gives a client of another log everything', async () => {
    for (const epoch of ['another', '']) {
      const result = await caughtUp(await logOf(2), 1, epoch);
      expect(result).toEqual({ lastSeq: 2, recovered: false, missed: [1, 2] });
    }
  });

  it('gives a client without an epoch everything', async () => {
    const result = await catchUp(await logOf(2), CODE, { after: 1, epoch: undefined });
    expect(result.after).toBe(0);
    expect(result.recovered).toBeFalse();
  });

  it('gives a client that is ahead of the log everything', async () => {
    expect(await caughtUp(await logOf(2), 9)).toEqual({ lastSeq: 2, recovered: false, missed: [1, 2] });
  });

  it('says from where on a client has everything after a trim', async () => {
    const result = await caughtUp(await logOf(9, 2), 3);
    expect(result).toEqual({ lastSeq: 9, recovered: false, gapFrom: 8, missed: [8, 9] });
  });

  it('reports no gap where only what the client has was trimmed', async () => {
    expect(await caughtUp(await logOf(9, 2), 7)).toEqual({ lastSeq: 9, recovered: true, missed: [8, 9] });
  });
});

describe('durableAfter', () => {
  const transient = (content: string) => envelope({ type: 'text', content, append: true });
  const durable = (seq: number) => durableEnvelope({ type: 'text', content: `${seq}` }, seq);

  it('is what is durable and has not been sent', () => {
    const received = [transient('a'), durable(3), transient('b'), durable(4), durable(5), transient('c')];
    expect(durableAfter(received, 3).map(({ seq }) => seq)).toEqual([4, 5]);
    expect(durableAfter(received, 5)).toEqual([]);
  });
});

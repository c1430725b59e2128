import type { LogName } from '../../services/index.ts';
import { flush, useFakeClock } from '../../testing/index.ts';
import { text } from '../testing/messages.ts';
import { HistoryWriter } from './history-writer.ts';
import { MemoryHistoryStore } from './store/memory-history-store.ts';
import type { NewEvent } from './store/records.ts';

const LOG: LogName = { code: 'code', endpoint: 'ws://server.example/', epoch: 'e' };

function event(id: string): NewEvent {
  return { id, conversationId: 'c', event: { kind: 'received', message: text({ id }) } };
}

describe('HistoryWriter', () => {
  it('writes in one transaction what has gathered, in order with all else', async () => {
    const store = new MemoryHistoryStore();
    const append = spyOn(store, 'append').and.callThrough();
    let written = 0;
    const writer = new HistoryWriter(store, () => written++);
    writer.append(event('a'), { log: LOG, from: 0, to: 1 });
    writer.append(event('b'), { log: LOG, from: 1, to: 2 });
    writer.enqueue(() => store.addPrompt({ id: 'p', conversationId: 'c', at: 1 }));
    writer.append(event('c'), { log: LOG, from: 2, to: 3 });
    await writer.idle;
    expect(
      append.calls.allArgs().map(([events, progress]) => [events.map(({ id }) => id), progress?.from, progress?.to]),
    ).toEqual([
      [['a', 'b'], 0, 2],
      [['c'], 2, 3],
    ]);
    expect((await store.content('c')).prompts.map(({ after }) => after)).toEqual([2]);
    expect(written).toBe(2);
  });

  describe('whose store fails', () => {
    const clock = useFakeClock();

    it('tries again what could not be written, before anything that follows', async () => {
      const store = new MemoryHistoryStore();
      const append = spyOn(store, 'append').and.rejectWith(new Error('busy'));
      const writer = new HistoryWriter(store, () => undefined);
      writer.append(event('a'), { log: LOG, from: 0, to: 1 });
      await flush();
      writer.append(event('b'), { log: LOG, from: 1, to: 2 });
      append.and.callThrough();
      clock.tick(2_000);
      await writer.idle;
      expect((await store.content('c')).events.map(({ id }) => id)).toEqual(['a', 'b']);
      expect((await store.log(LOG.code, LOG.endpoint))?.seq).toBe(2);
    });
  });
});

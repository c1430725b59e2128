import type { OutboxEntry } from './outbox-entry.ts';
import { OutboxQueue } from './outbox-queue.ts';

describe('OutboxQueue', () => {
  function add(queue: OutboxQueue, id: string): OutboxEntry {
    const entry = queue.create({ type: 'text', id, content: id }, undefined);
    queue.append(entry);
    return entry;
  }

  it('remembers the newest thousand that are done with, and forgets the older ones', () => {
    const queue = new OutboxQueue();
    for (let index = 0; index < 1_002; index++) queue.remove(add(queue, `p${index}`));
    expect(['p0', 'p1', 'p2', 'p1001'].map((id) => queue.get(id)?.prompt.id)).toEqual([
      undefined,
      undefined,
      'p2',
      'p1001',
    ]);
  });

  it('forgets nothing that is on its way, however old, and counts it not among the thousand', () => {
    const queue = new OutboxQueue();
    const waiting = add(queue, 'waiting');
    for (let index = 0; index < 1_001; index++) queue.remove(add(queue, `p${index}`));
    expect([queue.get('waiting'), queue.pending]).toEqual([waiting, [waiting]]);
    expect(queue.unanswered).toEqual(new Set(['waiting']));
    expect([queue.get('p0'), queue.get('p1')?.prompt.id]).toEqual([undefined, 'p1']);
    queue.remove(waiting);
    expect(queue.get('waiting')).toBeUndefined();
  });
});

import { MessageQueue } from './message-queue.mjs';

describe('MessageQueue', () => {
  it('hands on what was pushed before and after somebody asked, in order', async () => {
    const queue = new MessageQueue();
    queue.push(1);
    queue.push(2);
    expect(queue.length).toBe(2);
    expect([await queue.next(), await queue.next()].map(({ value }) => value)).toEqual([1, 2]);
    const third = queue.next();
    queue.push(3);
    expect(await third).toEqual({ done: false, value: 3 });
  });

  it('ends for a reader that waits when it is returned', async () => {
    const queue = new MessageQueue();
    const waiting = queue.next();
    await queue.return();
    expect((await waiting).done).toBeTrue();
  });
});

import { EventEmitter } from 'node:events';
import { useFakeClock } from '../../testing/index.ts';
import { PassWatch } from './pass-watch.ts';

describe('PassWatch', () => {
  const clock = useFakeClock();

  it('ends a socket when its pass ends, and no other', () => {
    const ended: EventEmitter[] = [];
    const watch = new PassWatch<EventEmitter>((socket) => ended.push(socket));
    const [first, later, closed] = [new EventEmitter(), new EventEmitter(), new EventEmitter()];
    const now = Date.now();
    watch.watch(first, now + 5_000);
    watch.watch(later, now + 40 * 24 * 60 * 60 * 1_000);
    watch.watch(closed, now + 5_000);
    closed.emit('close');
    clock.tick(4_000);
    expect(ended).toEqual([]);
    clock.tick(2_000);
    expect(ended).toEqual([first]);
    clock.tick(60_000);
    expect(ended).toEqual([first]);
    watch.stop();
  });
});

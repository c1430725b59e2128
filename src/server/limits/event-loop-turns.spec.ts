import { setImmediate as turnOfLoop } from 'node:timers/promises';
import { EventLoopTurns } from './event-loop-turns.ts';

describe('EventLoopTurns', () => {
  it('lets one through in each turn of the event loop, in order', async () => {
    const turns = new EventLoopTurns();
    const passed: number[] = [];
    for (let index = 0; index < 3; index++) void turns.next().then(() => passed.push(index));
    for (let turns = 1; turns <= 3; turns++) {
      await Promise.resolve();
      expect(passed).toEqual([0, 1, 2].slice(0, turns));
      await turnOfLoop();
    }
  });

  it('lets somebody through who comes later', async () => {
    const turns = new EventLoopTurns();
    await turns.next();
    await expectAsync(turns.next()).toBeResolved();
  });
});

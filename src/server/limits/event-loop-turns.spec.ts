import { setImmediate as turnOfLoop } from 'node:timers/promises';
import { Turnstile } from './turnstile.ts';

describe('Turnstile', () => {
  it('lets one through in each turn of the event loop, in order', async () => {
    const turnstile = new Turnstile();
    const passed: number[] = [];
    for (let index = 0; index < 3; index++) void turnstile.pass().then(() => passed.push(index));
    for (let turns = 1; turns <= 3; turns++) {
      await Promise.resolve();
      expect(passed).toEqual([0, 1, 2].slice(0, turns));
      await turnOfLoop();
    }
  });

  it('lets somebody through who comes later', async () => {
    const turnstile = new Turnstile();
    await turnstile.pass();
    await expectAsync(turnstile.pass()).toBeResolved();
  });
});

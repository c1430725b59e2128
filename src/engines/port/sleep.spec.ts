import { sleep } from './sleep.ts';

describe('sleep()', () => {
  it('does not end at once where it is asked for more than a timer can count', async () => {
    const set = spyOn(globalThis, 'setTimeout').and.callThrough();
    const controller = new AbortController();
    for (const milliseconds of [2 ** 40, Infinity]) {
      const sleeping = sleep(milliseconds, controller.signal);
      sleeping.catch(() => undefined);
      expect(set.calls.mostRecent().args[1]).toBe(2 ** 31 - 1);
    }
    controller.abort();
  });
});

import { retryAfterMs } from './retry-after.ts';

describe('retryAfterMs()', () => {
  const now = Date.UTC(2026, 10, 28, 12);

  it('reads a number of seconds', () => {
    expect(retryAfterMs(' 7 ', now)).toBe(7_000);
  });

  it('reads a date, and takes one that has passed as now', () => {
    expect(retryAfterMs('Sat, 28 Nov 2026 12:00:05 GMT', now)).toBe(5_000);
    expect(retryAfterMs('Sat, 28 Nov 2026 11:00:00 GMT', now)).toBe(0);
  });

  it('knows nothing of anything else', () => {
    for (const text of [undefined, '', 'soon']) expect(retryAfterMs(text, now)).toBeUndefined();
  });
});

import type { RoundTrip } from '../../../services/index.ts';
import { ceilingOf, plotPoints, summarise } from './round-trips.ts';

function trips(...values: readonly number[]): readonly RoundTrip[] {
  return values.map((milliseconds, at) => ({ at, milliseconds }));
}

describe('round trips', () => {
  it('come to nothing where there are none', () => {
    expect(summarise([])).toBeNull();
    expect(plotPoints([], { width: 100, height: 10 })).toBe('');
  });

  it('come to the fastest, the one in the middle and the latest', () => {
    expect(summarise(trips(30, 10, 20))).toEqual({ count: 3, min: 10, median: 20, last: 20 });
    expect(summarise(trips(10, 20, 31, 40))).toEqual({ count: 4, min: 10, median: 26, last: 40 });
  });

  it('are drawn under a round number', () => {
    expect([0.2, 5, 6, 49, 800, 5_000, 12_345].map((most) => ceilingOf(trips(1, most)))).toEqual([
      5, 5, 10, 50, 1_000, 5_000, 15_000,
    ]);
  });

  it('are drawn with the newest at the right edge, the largest at the top', () => {
    expect(plotPoints(trips(0, 10), { width: 140, height: 50 })).toBe('130.0,50.0 140.0,0.0');
    const all = plotPoints(trips(...Array.from({ length: 60 }, () => 5)), { width: 59, height: 50 }).split(' ');
    expect([all[0], all.at(-1)]).toEqual(['0.0,0.0', '59.0,0.0']);
  });
});

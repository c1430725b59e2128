import { UnknownLanes } from './unknown-lanes.ts';

describe('UnknownLanes', () => {
  it('are told once they have waited for two minutes, counted anew where they were gone or known meanwhile', () => {
    let now = 5_000;
    const lanes = new UnknownLanes(() => now);
    const known = new Set(['known']);
    expect(lanes.notedForLong(['known', 'gone', 'other'], known)).toEqual([]);
    now += 60_000;
    expect(lanes.notedForLong(['known', 'gone'], known)).toEqual([]);
    expect(lanes.notedForLong(['known', 'gone', 'other'], known)).toEqual([]);
    now += 59_999;
    expect(lanes.notedForLong(['gone', 'other'], known)).toEqual([]);
    now += 1;
    expect(lanes.notedForLong(['gone', 'other'], known)).toEqual(['gone']);
    expect(lanes.notedForLong(['gone', 'other'], new Set(['gone']))).toEqual([]);
    now += 60_000;
    expect(lanes.notedForLong(['gone', 'other'], known)).toEqual(['other']);
  });
});

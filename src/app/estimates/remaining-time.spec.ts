import { type PastRun, remainingTime } from './remaining-time.ts';

/** Runs that go on evenly. */
function even(...seconds: readonly number[]): readonly PastRun[] {
  return seconds.map((each) => ({ totalMs: each * 1_000, marks: [0.25, 0.5, 0.75] }));
}

describe('remainingTime', () => {
  it('says nothing by less than three runs', () => {
    expect(remainingTime({ elapsedMs: 0 }, even(10, 20))).toBeNull();
  });

  it('goes by how long others took before a job says how far it is', () => {
    const past = even(10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30);
    expect(remainingTime({ elapsedMs: 0 }, past)?.range).toEqual([12_000, 28_000]);
    // Those that took less than what has passed say nothing of what is left.
    expect(remainingTime({ elapsedMs: 19_000 }, past)?.range).toEqual([2_000, 10_000]);
  });

  it('goes by the progress once there is some', () => {
    expect(remainingTime({ elapsedMs: 5_000, progress: 0.5 }, even(10, 20, 30))?.range).toEqual([5_000, 5_000]);
  });

  it('knows that progress need not be even', () => {
    const slowEnd: readonly PastRun[] = [0.1, 0.1, 0.2].map((half) => ({
      totalMs: 10_000,
      marks: [half / 2, half, 0.5],
    }));
    const range = remainingTime({ elapsedMs: 1_000, progress: 0.5 }, slowEnd)?.range ?? [0, 0];
    expect(range[0]).toBeGreaterThanOrEqual(4_000);
    expect(range[1]).toBeCloseTo(9_000, -1);
  });

  it('calls a job slow once nine of ten have ended', () => {
    const past = even(10, 10, 10, 10, 10, 10, 10, 10, 10, 20, 20);
    expect(remainingTime({ elapsedMs: 19_000 }, past)?.isSlow).toBeFalse();
    expect(remainingTime({ elapsedMs: 21_000 }, past)).toEqual({ range: null, isSlow: true });
    expect(remainingTime({ elapsedMs: 21_000, progress: 0.5 }, past)).toEqual({
      range: [21_000, 21_000],
      isSlow: true,
    });
  });

  it('comes to nothing at the end', () => {
    expect(remainingTime({ elapsedMs: 9_000, progress: 1 }, even(10, 10, 10))?.range).toEqual([0, 0]);
  });
});

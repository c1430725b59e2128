/** A job that was carried through, as far as it helps to guess how long another takes. */
export interface PastRun {
  /** From its start to its end, in milliseconds. */
  readonly totalMs: number;
  /** What part of that had passed when it said that a quarter, a half, three quarters were done; 0 to 1. */
  readonly marks: readonly [number, number, number];
}

/** How far a job is. */
export interface RunSoFar {
  readonly elapsedMs: number;
  /** 0 to 1, where it says. */
  readonly progress?: number;
}

/** What is likely still to come. */
export interface Remaining {
  /** In milliseconds; four of five jobs end between the two. Null where those like it have all ended by now. */
  readonly range: readonly [lowMs: number, highMs: number] | null;
  /** Whether nine of ten jobs like it have ended by now. */
  readonly isSlow: boolean;
}

/** Fewer than these tell nothing. */
const ENOUGH = 3;

/** What a job says before this is too little to reckon with. */
const FIRST_WORD = 0.1;

/** How much of the time remains of a job, by those like it; null where too few are known. */
export function remainingTime({ elapsedMs, progress }: RunSoFar, past: readonly PastRun[]): Remaining | null {
  if (past.length < ENOUGH) return null;
  const isSlow =
    elapsedMs >
    quantile(
      past.map(({ totalMs }) => totalMs),
      0.9,
    );
  const left =
    progress === undefined || progress < FIRST_WORD
      ? past.map(({ totalMs }) => totalMs - elapsedMs).filter((ms) => ms > 0)
      : past.map(({ marks }) => leftByProgress(elapsedMs, partPassed(progress, marks)));
  return { range: left.length === 0 ? null : [quantile(left, 0.1), quantile(left, 0.9)], isSlow };
}

function leftByProgress(elapsedMs: number, passed: number): number {
  return (elapsedMs * (1 - passed)) / passed;
}

/** What part of its time a run had used at this progress: between its marks, as if it had gone evenly. */
function partPassed(progress: number, marks: PastRun['marks']): number {
  const points = [0, ...marks, 1];
  const quarter = Math.min(3, Math.floor(progress * 4));
  const [from = 0, to = 1] = points.slice(quarter, quarter + 2);
  return Math.max(0.01, from + (to - from) * (progress * 4 - quarter));
}

/** Between the nearest two. */
function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const place = (sorted.length - 1) * part;
  const [below = 0, above = below] = sorted.slice(Math.floor(place), Math.floor(place) + 2);
  return below + (above - below) * (place - Math.floor(place));
}

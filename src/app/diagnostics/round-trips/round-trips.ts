import type { RoundTrip } from '../../../services/index.ts';

/** What a series of round trips comes to, in whole milliseconds. */
export interface RoundTripSummary {
  readonly count: number;
  readonly min: number;
  readonly median: number;
  readonly last: number;
}

/** Null where there is nothing to sum up. Pure. */
export function summarise(roundTrips: readonly RoundTrip[]): RoundTripSummary | null {
  const values = roundTrips.map(({ milliseconds }) => Math.round(milliseconds));
  const last = values.at(-1);
  if (last === undefined) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? last;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? last;
  return { count: values.length, min: sorted[0] ?? last, median: Math.round((lower + upper) / 2), last };
}

/** The steps that an axis may end at, in milliseconds; beyond the last, whole multiples of it. */
const CEILINGS = [5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000];

/** Where the axis of a plot ends: a round number, not below any value. */
export function ceilingOf(roundTrips: readonly RoundTrip[]): number {
  const most = Math.max(1, ...roundTrips.map(({ milliseconds }) => milliseconds));
  const largest = CEILINGS.at(-1) ?? most;
  return CEILINGS.find((ceiling) => ceiling >= most) ?? Math.ceil(most / largest) * largest;
}

/** How large a plot is, in its own units. */
export interface PlotSize {
  readonly width: number;
  readonly height: number;
}

/** So many values are as wide as the plot at least: two or three are not a trend. */
const LEAST_SPAN = 15;

/** The points of a plot, `x,y x,y …`: the newest value at the right edge. */
export function plotPoints(roundTrips: readonly RoundTrip[], { width, height }: PlotSize): string {
  const ceiling = ceilingOf(roundTrips);
  const step = width / (Math.max(LEAST_SPAN, roundTrips.length) - 1);
  return roundTrips
    .map(({ milliseconds }, index) => {
      const x = width - (roundTrips.length - 1 - index) * step;
      const y = height * (1 - milliseconds / ceiling);
      return `${x.toFixed(1)},${y.toFixed(1)}`;
    })
    .join(' ');
}

import { startOfDayAfter } from '../calendar/day.ts';
import type { Work } from './collect-works.ts';

/** The kinds of works to choose from; the last is what the person has starred. */
export const KINDS = ['all', 'video', 'image', 'starred'] as const;
/** The times to choose from: all of it, today, or so many days back. */
export const TIMES = ['all', 'today', 'week', 'month'] as const;

/** Which works the person wants to see. */
export interface GalleryFilter {
  readonly kind: (typeof KINDS)[number];
  readonly time: (typeof TIMES)[number];
  /** All of these are in the prompt, in any order. */
  readonly words: string;
}

/** Lets every work through. */
export const EVERYTHING: GalleryFilter = { kind: 'all', time: 'all', words: '' };

const DAYS = { today: 0, week: 6, month: 29 } as const;

const NONE: ReadonlySet<string> = new Set();

/** The works that the filter lets through. `now` is in milliseconds since the Unix epoch; `starred` has their ids. */
export function filterWorks(
  works: readonly Work[],
  { kind, time, words }: GalleryFilter,
  now: number,
  starred: ReadonlySet<string> = NONE,
): readonly Work[] {
  const since = time === 'all' ? -Infinity : startOfDayAfter(now, -DAYS[time]);
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const isOfKind = (work: Work): boolean =>
    kind === 'all' || (kind === 'starred' ? starred.has(work.id) : work.kind === kind);
  return works.filter((work) => isOfKind(work) && work.at >= since && hasAll(work, wanted));
}

/** Reads a filter from an address; what it does not know counts for nothing. */
export function fromQuery(get: (name: string) => string | null): GalleryFilter {
  return {
    kind: KINDS.find((kind) => kind === get('kind')) ?? EVERYTHING.kind,
    time: TIMES.find((time) => time === get('time')) ?? EVERYTHING.time,
    words: get('q') ?? EVERYTHING.words,
  };
}

/** How a filter stands in an address; null takes a name out of it. */
export function toQuery({ kind, time, words }: GalleryFilter): Readonly<Record<'kind' | 'time' | 'q', string | null>> {
  return {
    kind: kind === EVERYTHING.kind ? null : kind,
    time: time === EVERYTHING.time ? null : time,
    q: words.trim() || null,
  };
}

function hasAll({ prompt, message }: Work, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return true;
  const text = (prompt?.content ?? message.name ?? '').toLowerCase();
  return wanted.every((word) => text.includes(word));
}

import { startOfDayAfter } from '../calendar/day.ts';
import { shapeName } from '../clip-options/size-choices.ts';
import { folded } from '../folding/folded-text.ts';
import { sizeName } from '../clip-options/clip-size.ts';
import type { Work } from './collect-works.ts';

/** The kinds of works to choose from; the last is what the person has starred. */
export const KINDS = ['all', 'video', 'image', 'starred'] as const;
/** In which order they stand; the longest has stills at its end. */
export const ORDERS = ['newest', 'oldest', 'longest'] as const;
/** The times to choose from: all of it, today, or so many days back. */
export const TIMES = ['all', 'today', 'week', 'month'] as const;

/** Which works the person wants to see. */
export interface GalleryFilter {
  readonly kind: (typeof KINDS)[number];
  readonly time: (typeof TIMES)[number];
  /** All of these are in the words of a work, in any order. */
  readonly words: string;
  /** The `id` of the engine that made them; empty for any. */
  readonly engine: string;
  /** Their shape, `16:9`; empty for any. */
  readonly shape: string;
  /** The collection that they are in, by its id; empty for any. */
  readonly collection: string;
  readonly order: (typeof ORDERS)[number];
}

/** Lets every work through. */
export const EVERYTHING: GalleryFilter = {
  kind: 'all',
  time: 'all',
  words: '',
  engine: '',
  shape: '',
  collection: '',
  order: 'newest',
};

const DAYS = { today: 0, week: 6, month: 29 } as const;

/** What is known of works besides what they are: what the person has done with them, by their ids, and their words. */
export interface WorkMarks {
  readonly starred: ReadonlySet<string>;
  /** The works of the collection that is wanted. */
  readonly collected: ReadonlySet<string>;
  /** What a work is found by. */
  readonly wordsOf: (work: Work) => string;
}

/** The works that the filter lets through, in its order; they come newest first. `now` is in milliseconds since the Unix epoch. */
export function filterWorks(
  works: readonly Work[],
  filter: GalleryFilter,
  now: number,
  { starred, collected, wordsOf }: WorkMarks,
): readonly Work[] {
  const { kind, time, words, engine, shape, collection } = filter;
  const since = time === 'all' ? -Infinity : startOfDayAfter(now, -DAYS[time]);
  const wanted = folded(words).split(/\s+/).filter(Boolean);
  const isOfKind = (work: Work): boolean =>
    kind === 'all' || (kind === 'starred' ? starred.has(work.id) : work.kind === kind);
  const chosen = works.filter(
    (work) =>
      isOfKind(work) &&
      work.at >= since &&
      (engine === '' || engineOf(work) === engine) &&
      (shape === '' || shapeOf(work) === shape) &&
      (collection === '' || collected.has(work.id)) &&
      hasAll(wordsOf(work), wanted),
  );
  return ordered(chosen, filter.order);
}

/** The engine that made a work, by its `id`; undefined where that is not told. */
function engineOf({ message }: Work): string | undefined {
  return message.type === 'video' ? message.madeWith?.id : undefined;
}

/** The shape of a work, `16:9`; undefined where it has none that people know. */
export function shapeOf({ message: { width = 0, height = 0 } }: Work): string | undefined {
  return width > 0 && height > 0 ? shapeName(sizeName({ width, height })) : undefined;
}

function ordered(works: readonly Work[], order: GalleryFilter['order']): readonly Work[] {
  if (order === 'oldest') return works.toReversed();
  return order === 'longest' ? works.toSorted((one, other) => lengthOf(other) - lengthOf(one)) : works;
}

function lengthOf({ message }: Work): number {
  return message.type === 'video' ? (message.durationMs ?? 0) : -1;
}

/** Reads a filter from an address; what it does not know counts for nothing. */
export function fromQuery(get: (name: string) => string | null): GalleryFilter {
  return {
    kind: KINDS.find((kind) => kind === get('kind')) ?? EVERYTHING.kind,
    time: TIMES.find((time) => time === get('time')) ?? EVERYTHING.time,
    words: get('q') ?? EVERYTHING.words,
    engine: get('engine') ?? EVERYTHING.engine,
    shape: get('shape') ?? EVERYTHING.shape,
    collection: get('collection') ?? EVERYTHING.collection,
    order: ORDERS.find((order) => order === get('order')) ?? EVERYTHING.order,
  };
}

type QueryName = 'kind' | 'time' | 'q' | 'engine' | 'shape' | 'collection' | 'order';
type GalleryQuery = Readonly<Record<QueryName, string | null>>;

/** How a filter stands in an address; null takes a name out of it. */
export function toQuery({ kind, time, words, engine, shape, collection, order }: GalleryFilter): GalleryQuery {
  return {
    kind: kind === EVERYTHING.kind ? null : kind,
    time: time === EVERYTHING.time ? null : time,
    q: words.trim() || null,
    engine: engine || null,
    shape: shape || null,
    collection: collection || null,
    order: order === EVERYTHING.order ? null : order,
  };
}

function hasAll(words: string, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return true;
  const text = folded(words);
  return wanted.every((word) => text.includes(word));
}

import { MESSAGE_TYPES } from '../../protocol/index.ts';
import type { JournalEntry, NotedErrorCode, ReceivedType } from './journal-entry.ts';

/** How many entries are kept: the newest. */
export const JOURNAL_CAPACITY = 200;

/** How many round trips are kept: the newest. */
export const ROUND_TRIP_CAPACITY = 60;

/** A ping that was answered. */
export interface RoundTrip {
  /** When the answer came, in milliseconds since the Unix epoch. */
  readonly at: number;
  readonly milliseconds: number;
}

/** An error that the server has told, or a frame that could not be read. */
export interface NotedError {
  readonly code: NotedErrorCode;
  /** When it came, in milliseconds since the Unix epoch. */
  readonly at: number;
}

/** What this page has counted since it was opened. */
export interface JournalCounts {
  /** Sockets that were opened. */
  readonly connects: number;
  /** Those of them that took the place of a lost one. */
  readonly reconnects: number;
  /** Messages that came again, and were not shown again. */
  readonly duplicates: number;
  /** Times that messages were missing, and were asked for again. */
  readonly holes: number;
  /** Messages that the server had no more when they were asked for. */
  readonly missed: number;
  /** Errors that the server has told, each once. */
  readonly errors: number;
  /** Frames that could not be read. */
  readonly unreadable: number;
  readonly pings: number;
  /** Messages by type, those that came again included. */
  readonly received: Readonly<Record<ReceivedType, number>>;
}

/** What happened to the connection since the page was opened, without what was said over it. */
export interface JournalState {
  /** The newest {@link JOURNAL_CAPACITY}, oldest first. */
  readonly entries: readonly JournalEntry[];
  /** The newest {@link ROUND_TRIP_CAPACITY}, oldest first. */
  readonly roundTrips: readonly RoundTrip[];
  readonly counts: JournalCounts;
  /** The code with which the last socket closed that this page did not close itself; null where none did. */
  readonly lastCloseCode: number | null;
  /** The newest error; null where there was none. It outlives its entry. */
  readonly lastError: NotedError | null;
}

const NOTHING_RECEIVED = Object.fromEntries([...MESSAGE_TYPES, 'unknown'].map((type) => [type, 0])) as Record<
  ReceivedType,
  number
>;

/** Before anything has happened. */
export const EMPTY_JOURNAL: JournalState = {
  entries: [],
  roundTrips: [],
  counts: {
    connects: 0,
    reconnects: 0,
    duplicates: 0,
    holes: 0,
    missed: 0,
    errors: 0,
    unreadable: 0,
    pings: 0,
    received: NOTHING_RECEIVED,
  },
  lastCloseCode: null,
  lastError: null,
};

/** The journal after one more entry. Pure. */
export function withEntry(state: JournalState, entry: JournalEntry): JournalState {
  return {
    ...state,
    entries: isNoted(entry) ? noted(state.entries, entry) : state.entries,
    counts: counted(state.counts, entry),
    lastCloseCode: 'closeCode' in entry ? entry.closeCode : state.lastCloseCode,
    lastError: errorIn(entry) ?? state.lastError,
  };
}

/** The journal after one more round trip. Pure. */
export function withRoundTrip(state: JournalState, roundTrip: RoundTrip): JournalState {
  return { ...state, roundTrips: [...state.roundTrips, roundTrip].slice(-ROUND_TRIP_CAPACITY) };
}

/** Pings and what answers them are counted and measured; noted, they would push out everything else. */
function isNoted(entry: JournalEntry): boolean {
  return !(entry.kind === 'sent' && entry.type === 'ping') && !(entry.kind === 'received' && entry.event === 'pong');
}

/** Passing messages come by the dozen: those alike that follow one another are one entry. */
function noted(entries: readonly JournalEntry[], entry: JournalEntry): readonly JournalEntry[] {
  const last = entries.at(-1);
  if (last?.kind === 'received' && entry.kind === 'received' && isAlike(last, entry)) {
    const times = (last.times ?? 1) + 1;
    return [...entries.slice(0, -1), { ...entry, bytes: last.bytes + entry.bytes, times }];
  }
  return [...entries, entry].slice(-JOURNAL_CAPACITY);
}

type Received = Extract<JournalEntry, { readonly kind: 'received' }>;

function isAlike(a: Received, b: Received): boolean {
  return a.seq === undefined && b.seq === undefined && a.type === b.type && a.event === b.event && a.code === b.code;
}

/** The error that an entry tells of. One that is early comes once more. */
function errorIn(entry: JournalEntry): NotedError | null {
  if (entry.kind === 'unreadable') return { code: entry.code, at: entry.at };
  if (entry.kind !== 'received' || entry.as !== 'new' || entry.code === undefined) return null;
  return { code: entry.code, at: entry.at };
}

function counted(counts: JournalCounts, entry: JournalEntry): JournalCounts {
  switch (entry.kind) {
    case 'open': {
      const isAgain = counts.connects > 0;
      return { ...counts, connects: counts.connects + 1, reconnects: counts.reconnects + (isAgain ? 1 : 0) };
    }
    case 'received':
      return {
        ...counts,
        duplicates: counts.duplicates + (entry.as === 'duplicate' ? 1 : 0),
        errors: counts.errors + (errorIn(entry) === null ? 0 : 1),
        received: { ...counts.received, [entry.type]: counts.received[entry.type] + 1 },
      };
    case 'unreadable':
      return { ...counts, unreadable: counts.unreadable + 1 };
    case 'hole':
      return { ...counts, holes: counts.holes + 1 };
    case 'missed':
      return { ...counts, missed: counts.missed + entry.count };
    case 'sent':
      return { ...counts, pings: counts.pings + (entry.type === 'ping' ? 1 : 0) };
    case 'connecting':
    case 'waiting':
    case 'lost':
    case 'disconnected':
    case 'code-refreshed':
    case 'fault':
      return counts;
  }
}

import type { Writable } from '../../protocol/index.ts';
import { byteLength } from './byte-length.ts';
import { shortId } from './connection-log-facts.ts';
import {
  CONNECTION_LOG_CAPACITY,
  type ConnectionLogCounts,
  type ConnectionLogEntry,
  type ConnectionLogState,
  EMPTY_CONNECTION_LOG,
  type ReceivedEntry,
  type ReceivedFact,
  type RecordedError,
  ROUND_TRIP_CAPACITY,
  type RoundTrip,
} from './connection-log-state.ts';

type Counts = Writable<Omit<ConnectionLogCounts, 'received'>> & {
  readonly received: Writable<ConnectionLogCounts['received']>;
};

/** What a message that has arrived adds to its entry when that is completed. */
export interface ArrivalDetails {
  readonly id: string;
  readonly frame: string;
}

/** An entry that is to be completed by the details of a message. */
interface Incomplete extends ArrivalDetails {
  readonly entry: Writable<ReceivedFact>;
}

/**
 * What the connection log has recorded. Changed in place, and completed late: most of it is never looked at.
 */
export class ConnectionRecord {
  private readonly entries: Writable<ConnectionLogEntry>[] = [];
  private readonly roundTrips: RoundTrip[] = [];
  private readonly counts: Counts = copyOf(EMPTY_CONNECTION_LOG.counts);
  private readonly incomplete: Incomplete[] = [];
  private lastCloseCode: number | null = null;
  private lastError: RecordedError | null = null;

  /** A snapshot of what has been recorded so far; later events do not change it. */
  get state(): ConnectionLogState {
    this.complete();
    return {
      entries: this.entries.slice(-CONNECTION_LOG_CAPACITY).map((entry) => ({ ...entry })),
      roundTrips: this.roundTrips.slice(-ROUND_TRIP_CAPACITY),
      counts: copyOf(this.counts),
      lastCloseCode: this.lastCloseCode,
      lastError: this.lastError,
    };
  }

  /** Adds an entry, and returns the one that it is listed as; undefined where it is not listed. */
  addEntry(entry: ConnectionLogEntry): Writable<ConnectionLogEntry> | undefined {
    this.count(entry);
    if ('closeCode' in entry) this.lastCloseCode = entry.closeCode;
    this.lastError = errorIn(entry) ?? this.lastError;
    return isListed(entry) ? this.list(entry) : undefined;
  }

  /** Adds the entry of a message; its `id` and its `bytes` follow. */
  addArrival(arrival: ReceivedEntry, { id, frame }: ArrivalDetails): void {
    const entry = this.addEntry(arrival);
    if (entry?.kind !== 'received') return;
    if (this.incomplete.length >= 2 * CONNECTION_LOG_CAPACITY) this.dropOldest();
    this.incomplete.push({ entry, id, frame });
  }

  /** Completes what is listed, and lets go of the frames. */
  complete(): void {
    if (this.incomplete.length > 0) completeAll(this.incomplete.splice(0));
  }

  /** What older messages have to themselves is not listed any more; what they share with newer ones is. */
  private dropOldest(): void {
    completeAll(this.incomplete.splice(0, CONNECTION_LOG_CAPACITY).filter(({ entry }) => entry.times !== undefined));
  }

  addRoundTrip(roundTrip: RoundTrip): void {
    addNewest(this.roundTrips, roundTrip, ROUND_TRIP_CAPACITY);
  }

  /** Lists an entry. Similar transient messages in a row share one, since dozens of them would push out everything else. */
  private list(entry: ConnectionLogEntry): Writable<ConnectionLogEntry> {
    const last = this.entries.at(-1);
    if (last?.kind !== 'received' || entry.kind !== 'received' || !isAlike(last, entry)) {
      addNewest(this.entries, entry, CONNECTION_LOG_CAPACITY);
      return entry;
    }
    last.times = (last.times ?? 1) + 1;
    last.bytes += entry.bytes;
    last.at = entry.at;
    return last;
  }

  private count(entry: ConnectionLogEntry): void {
    const { counts } = this;
    switch (entry.kind) {
      case 'open':
        if (counts.connects > 0) counts.reconnects += 1;
        counts.connects += 1;
        return;
      case 'received':
        counts.received[entry.type] += 1;
        if (entry.as === 'duplicate') counts.duplicates += 1;
        if (errorIn(entry) !== null) counts.errors += 1;
        return;
      case 'unreadable':
        counts.unreadable += 1;
        return;
      case 'missing-range':
        counts.missingRanges += 1;
        return;
      case 'missed':
        counts.missed += entry.count;
        return;
      case 'sent':
        if (entry.type === 'ping') counts.pings += 1;
        return;
      case 'connecting':
      case 'waiting':
      case 'lost':
      case 'disconnected':
      case 'code-refreshed':
      case 'fault':
        return;
    }
  }
}

function completeAll(incomplete: readonly Incomplete[]): void {
  // The messages of a batch have their frame in common.
  let last = { frame: '', bytes: 0 };
  for (const { entry, id, frame } of incomplete) {
    if (frame !== last.frame) last = { frame, bytes: byteLength(frame) };
    entry.bytes += last.bytes;
    const short = shortId(id);
    if (short !== undefined) entry.id = short;
  }
}

function copyOf(counts: ConnectionLogCounts): Counts {
  return { ...counts, received: { ...counts.received } };
}

/** Adds to a list of the newest. It is cut when it is twice as long, rather than moved for each one. */
function addNewest<Item>(list: Item[], item: Item, capacity: number): void {
  list.push(item);
  if (list.length >= 2 * capacity) list.splice(0, capacity);
}

/** Pings and what answers them are counted and measured; listed, they would push out everything else. */
function isListed(entry: ConnectionLogEntry): boolean {
  return !(entry.kind === 'sent' && entry.type === 'ping') && !(entry.kind === 'received' && entry.event === 'pong');
}

function isAlike(a: ReceivedFact, b: ReceivedFact): boolean {
  return a.seq === undefined && b.seq === undefined && a.type === b.type && a.event === b.event && a.code === b.code;
}

/** The error that an entry tells of. One that is early comes once more. */
function errorIn(entry: ConnectionLogEntry): RecordedError | null {
  if (entry.kind === 'unreadable') return { code: entry.code, at: entry.at };
  if (entry.kind !== 'received' || entry.as !== 'new' || entry.code === undefined) return null;
  return { code: entry.code, at: entry.at };
}

import type { Writable } from '../../protocol/index.ts';
import { byteLength } from './byte-length.ts';
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

/** An entry of which the size is still to be counted. */
interface Uncounted {
  readonly entry: Writable<ReceivedFact>;
  readonly frame: string;
}

/**
 * What the connection log has recorded. Changed in place, and the sizes of frames counted late: most of it is never
 * looked at.
 */
export class ConnectionRecord {
  private readonly entries: ConnectionLogEntry[] = [];
  private readonly roundTrips: RoundTrip[] = [];
  private readonly counts: Counts = copyOf(EMPTY_CONNECTION_LOG.counts);
  private uncounted: Uncounted[] = [];
  private lastCloseCode: number | null = null;
  private lastError: RecordedError | null = null;

  /** A snapshot of what has been recorded so far; later events do not change it. */
  get state(): ConnectionLogState {
    this.countBytes();
    return {
      entries: this.entries.slice(-CONNECTION_LOG_CAPACITY),
      roundTrips: this.roundTrips.slice(-ROUND_TRIP_CAPACITY),
      counts: copyOf(this.counts),
      lastCloseCode: this.lastCloseCode,
      lastError: this.lastError,
    };
  }

  addEntry(entry: ConnectionLogEntry): void {
    this.count(entry);
    if ('closeCode' in entry) this.lastCloseCode = entry.closeCode;
    this.lastError = errorIn(entry) ?? this.lastError;
    if (isListed(entry)) this.list(entry);
  }

  /** Adds an entry whose `bytes` are those of a text that is not counted yet. */
  addUncounted(entry: ReceivedEntry, frame: string): void {
    addNewest(this.uncounted, { entry, frame }, CONNECTION_LOG_CAPACITY);
    this.addEntry(entry);
  }

  /** Counts what is not counted yet, and lets go of the frames. */
  countBytes(): void {
    let last = { frame: '', bytes: 0 };
    for (const { entry, frame } of this.uncounted) {
      if (frame !== last.frame) last = { frame, bytes: byteLength(frame) };
      entry.bytes = last.bytes;
    }
    if (this.uncounted.length > 0) this.uncounted = [];
  }

  addRoundTrip(roundTrip: RoundTrip): void {
    addNewest(this.roundTrips, roundTrip, ROUND_TRIP_CAPACITY);
  }

  /** Adds an entry. Similar transient messages in a row share one, since dozens of them would push out everything else. */
  private list(entry: ConnectionLogEntry): void {
    const last = this.entries.at(-1);
    if (last?.kind === 'received' && entry.kind === 'received' && isAlike(last, entry)) {
      this.countBytes();
      const times = (last.times ?? 1) + 1;
      this.entries[this.entries.length - 1] = { ...entry, bytes: last.bytes + entry.bytes, times };
    } else addNewest(this.entries, entry, CONNECTION_LOG_CAPACITY);
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

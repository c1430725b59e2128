import type { Writable } from '../../protocol/index.ts';
import { type Arrival, entryOf, dropContent } from './connection-log-facts.ts';
import {
  CONNECTION_LOG_CAPACITY,
  type ConnectionLogCounts,
  type ConnectionLogState,
  EMPTY_CONNECTION_LOG,
  type OtherFact,
  type RecordedError,
  ROUND_TRIP_CAPACITY,
  type RoundTrip,
} from './connection-log-state.ts';

type Counts = Writable<Omit<ConnectionLogCounts, 'received'>> & {
  readonly received: Writable<ConnectionLogCounts['received']>;
};

type OtherEntry = OtherFact & { readonly at: number };

/**
 * What the connection log has recorded. Changed in place, and put into words late: most of it is never looked at.
 */
export class ConnectionRecord {
  readonly #entries: (OtherEntry | Arrival)[] = [];
  readonly #roundTrips: RoundTrip[] = [];
  readonly #counts: Counts = copyOf(EMPTY_CONNECTION_LOG.counts);
  #lastCloseCode: number | null = null;
  #lastError: RecordedError | null = null;

  /** A snapshot of what has been recorded so far; later events do not change it. */
  get state(): ConnectionLogState {
    return {
      entries: this.#entries
        .slice(-CONNECTION_LOG_CAPACITY)
        .map((entry) => (entry.kind === 'received' ? entryOf(entry) : { ...entry })),
      roundTrips: this.#roundTrips.slice(-ROUND_TRIP_CAPACITY),
      counts: copyOf(this.#counts),
      lastCloseCode: this.#lastCloseCode,
      lastError: this.#lastError,
    };
  }

  /** Adds anything but a message that has arrived. */
  addEntry(entry: OtherEntry): void {
    this.#count(entry);
    if ('closeCode' in entry) this.#lastCloseCode = entry.closeCode;
    if (entry.kind === 'unreadable') this.#lastError = { code: entry.code, at: entry.at };
    // Pings and what answers them are counted and measured; listed, they would push out everything else.
    if (entry.kind !== 'sent' || entry.type !== 'ping') addNewest(this.#entries, entry, CONNECTION_LOG_CAPACITY);
  }

  /** Adds a message that has arrived. Similar transient ones in a row share an entry, for they are dozens. */
  addArrival(arrival: Arrival): void {
    const counts = this.#counts;
    counts.received[arrival.type] += 1;
    if (arrival.as === 'duplicate') counts.duplicates += 1;
    // One that is early comes once more.
    if (arrival.code !== undefined && arrival.as === 'new') {
      counts.errors += 1;
      this.#lastError = { code: arrival.code, at: arrival.frame.at };
    }
    if (arrival.event === 'pong') return;
    const last = this.#entries.at(-1);
    if (last?.kind === 'received' && isAlike(last, arrival)) join(last, arrival);
    else addNewest(this.#entries, arrival, CONNECTION_LOG_CAPACITY);
  }

  /** Drops what was said in all messages. */
  dropContent(): void {
    for (const entry of this.#entries) if (entry.kind === 'received') dropContent(entry);
  }

  addRoundTrip(roundTrip: RoundTrip): void {
    addNewest(this.#roundTrips, roundTrip, ROUND_TRIP_CAPACITY);
  }

  #count(entry: OtherEntry): void {
    const counts = this.#counts;
    switch (entry.kind) {
      case 'open':
        if (counts.connects > 0) counts.reconnects += 1;
        counts.connects += 1;
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

/** How much longer than that of the newest a list may be: it is cut now and then, rather than moved for each one. */
const SLACK = 64;

function addNewest<Item>(list: Item[], item: Item, capacity: number): void {
  list.push(item);
  if (list.length >= capacity + SLACK) list.splice(0, SLACK);
}

function isAlike(a: Arrival, b: Arrival): boolean {
  return a.seq === undefined && b.seq === undefined && a.type === b.type && a.event === b.event && a.code === b.code;
}

/** Adds an arrival to the one before it that it is like. */
function join(last: Arrival, { wholeId, frame }: Arrival): void {
  last.bytesBefore += last.frame.countBytes();
  last.frame = frame;
  last.wholeId = wholeId;
  last.times += 1;
}

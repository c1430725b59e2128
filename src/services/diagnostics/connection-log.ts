import { Service } from '@angular/core';
import { BehaviorSubject, type Observable } from 'rxjs';

import { type ClientMessage, ERROR_CODES, type FrameFault, isUuid, type ServerMessage } from '../../protocol/index.ts';
import type { Sequence } from '../resume/followed-log.ts';
import type { ConnectionChange } from '../socket/connection-state.ts';
import {
  CONNECTION_LOG_CAPACITY,
  type ConnectionLogCounts,
  type ConnectionLogEntry,
  type ConnectionLogFact,
  type ConnectionLogState,
  EMPTY_CONNECTION_LOG,
  type ReceivedAs,
  type RecordedError,
  type RecordedErrorCode,
  ROUND_TRIP_CAPACITY,
  type RoundTrip,
} from './connection-log-state.ts';

/** Records what happens to the connection, for whoever looks for the cause of a trouble. */
@Service({ autoProvided: false })
export class ConnectionLog {
  private readonly state = new BehaviorSubject(EMPTY_CONNECTION_LOG);

  /** What is recorded. Hot; replays it; never errors or completes. */
  readonly state$: Observable<ConnectionLogState> = this.state.asObservable();

  recordChange(change: ConnectionChange): void {
    const fact = factOfChange(change);
    if (fact !== null) this.append(fact);
  }

  recordRoundTrip(milliseconds: number): void {
    this.state.next(withRoundTrip(this.state.value, { at: Date.now(), milliseconds }));
  }

  recordReceived(reception: Reception): void {
    this.append(factOfReception(reception));
  }

  /** Records a frame that could not be read, and its size in bytes. */
  recordUnreadable({ code }: FrameFault, bytes: number): void {
    this.append({ kind: 'unreadable', code, bytes });
  }

  /** Records messages that are missing, and are asked for again. */
  recordMissingRange(count: number): void {
    this.append({ kind: 'missing-range', count });
  }

  /** Records messages that are gone for good. */
  recordMissed(count: number): void {
    if (count > 0) this.append({ kind: 'missed', count });
  }

  /** Records that another user code is in force. */
  recordNewCode(): void {
    this.append({ kind: 'code-refreshed' });
  }

  /** Returns what records a message and sends its frame. */
  recordSends(send: (frame: string) => void): (message: ClientMessage, frame: string) => void {
    return (message, frame) => {
      this.append(factOfSent(message, frame));
      send(frame);
    };
  }

  /** Records that something in this page was thrown and caught by nobody. */
  recordFault(thrown: unknown): void {
    this.append(factOfFault(thrown));
  }

  private append(fact: ConnectionLogFact): void {
    this.state.next(withEntry(this.state.value, { ...fact, at: Date.now() }));
  }
}

/** A message that has arrived. */
export interface Reception {
  readonly message: ServerMessage;
  readonly sequence: Sequence;
  /** Of the frame that it came in. */
  readonly bytes: number;
}

const RECEIVED_AS: Readonly<Record<Sequence, ReceivedAs>> = { next: 'new', duplicate: 'duplicate', early: 'early' };

/** How much of an id is enough to tell two apart in one log, and too little to use it. */
const ID_LENGTH = 8;

/** What is recorded of a message that arrived. Pure. */
export function factOfReception({ message, sequence, bytes }: Reception): ConnectionLogFact {
  const { type, id, seq } = message;
  return {
    kind: 'received',
    type,
    as: RECEIVED_AS[sequence],
    ...(type === 'system' && { event: message.event }),
    ...(type === 'error' && { code: knownErrorCode(message.code) }),
    ...shortId(id),
    ...(seq !== undefined && { seq }),
    bytes,
  };
}

/** What is recorded of a message that goes out. Pure. */
export function factOfSent(message: ClientMessage, frame: string): ConnectionLogFact {
  const id = message.type === 'cancel' ? message.replyTo : message.id;
  return { kind: 'sent', type: message.type, ...shortId(id), bytes: byteLength(frame) };
}

/** What is recorded of a change of the connection; null where that is recorded otherwise, or nothing new. Pure. */
export function factOfChange(change: ConnectionChange): ConnectionLogFact | null {
  switch (change.kind) {
    case 'connecting':
      return { kind: 'connecting', attempt: change.attempt };
    case 'open':
      return { kind: 'open' };
    case 'waiting':
      return { kind: 'waiting', attempt: change.attempt, closeCode: change.closed.code };
    case 'lost':
      return { kind: 'lost', problem: change.lost.problem, closeCode: change.lost.closed.code };
    case 'disconnect':
      return { kind: 'disconnected' };
    case 'begin':
      return null;
  }
}

/** What is recorded of something that was thrown: the name of its class, never its words. Pure. */
export function factOfFault(thrown: unknown): ConnectionLogFact {
  const name = thrown instanceof Error || thrown instanceof DOMException ? thrown.name : '';
  return { kind: 'fault', name: /^[A-Z][A-Za-z]{2,40}$/.test(name) ? name : 'Error' };
}

/** A server may put anything there. */
function knownErrorCode(code: string): RecordedErrorCode {
  return ERROR_CODES.find((known) => known === code) ?? 'other';
}

/** The beginning of an id; nothing where a server has put something else in its place. */
function shortId(id: unknown): { readonly id?: string } {
  return isUuid(id) ? { id: id.slice(0, ID_LENGTH) } : {};
}

/** Beyond this a text is a medium in base64, where a character is a byte. */
const COUNTED_LENGTH = 64 * 1024;

/** How large a frame is. */
export function byteLength(frame: string | ArrayBuffer): number {
  if (typeof frame !== 'string') return frame.byteLength;
  return frame.length > COUNTED_LENGTH ? frame.length : new TextEncoder().encode(frame).length;
}

/** The log after one more entry. Pure. */
export function withEntry(state: ConnectionLogState, entry: ConnectionLogEntry): ConnectionLogState {
  return {
    ...state,
    entries: isListed(entry) ? withListed(state.entries, entry) : state.entries,
    counts: counted(state.counts, entry),
    lastCloseCode: 'closeCode' in entry ? entry.closeCode : state.lastCloseCode,
    lastError: errorIn(entry) ?? state.lastError,
  };
}

/** The log after one more round trip. Pure. */
export function withRoundTrip(state: ConnectionLogState, roundTrip: RoundTrip): ConnectionLogState {
  return { ...state, roundTrips: [...state.roundTrips, roundTrip].slice(-ROUND_TRIP_CAPACITY) };
}

/** Pings and what answers them are counted and measured; listed, they would push out everything else. */
function isListed(entry: ConnectionLogEntry): boolean {
  return !(entry.kind === 'sent' && entry.type === 'ping') && !(entry.kind === 'received' && entry.event === 'pong');
}

/** Transient messages come by the dozen: those alike that follow one another are one entry. */
function withListed(entries: readonly ConnectionLogEntry[], entry: ConnectionLogEntry): readonly ConnectionLogEntry[] {
  const last = entries.at(-1);
  if (last?.kind === 'received' && entry.kind === 'received' && isAlike(last, entry)) {
    const times = (last.times ?? 1) + 1;
    return [...entries.slice(0, -1), { ...entry, bytes: last.bytes + entry.bytes, times }];
  }
  return [...entries, entry].slice(-CONNECTION_LOG_CAPACITY);
}

type Received = Extract<ConnectionLogEntry, { readonly kind: 'received' }>;

function isAlike(a: Received, b: Received): boolean {
  return a.seq === undefined && b.seq === undefined && a.type === b.type && a.event === b.event && a.code === b.code;
}

/** The error in an entry. One that is early comes once more. */
function errorIn(entry: ConnectionLogEntry): RecordedError | null {
  if (entry.kind === 'unreadable') return { code: entry.code, at: entry.at };
  if (entry.kind !== 'received' || entry.as !== 'new' || entry.code === undefined) return null;
  return { code: entry.code, at: entry.at };
}

function counted(counts: ConnectionLogCounts, entry: ConnectionLogEntry): ConnectionLogCounts {
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
    case 'missing-range':
      return { ...counts, missingRanges: counts.missingRanges + 1 };
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

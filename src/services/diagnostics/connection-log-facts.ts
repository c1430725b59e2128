import { type ClientMessage, ERROR_CODES, type FrameFault, isUuid, type ServerMessage } from '../../protocol/index.ts';
import type { OwnMessage, SentFrame } from '../codec/codec.ts';
import type { Sequence } from '../resume/log-cursor.ts';
import type { ConnectionChange } from '../socket/connection-state.ts';
import { byteLength } from '../platform/byte-length.ts';
import type { OtherFact, ReceivedEntry, ReceivedFact, RecordedErrorCode } from './connection-log-state.ts';
import type { ReceivedFrame } from './received-frame.ts';

/**
 * What is kept of a message that has arrived until somebody looks. Every message passes here, and most are never looked
 * at: it is one object, and all of them have the same fields.
 */
export interface Arrival {
  readonly kind: 'received';
  readonly type: ReceivedFact['type'];
  readonly as: ReceivedFact['as'];
  readonly event: ReceivedFact['event'];
  readonly code: ReceivedFact['code'];
  readonly seq: number | undefined;
  /** As the server has written it, whatever that is; until somebody looks, or it is let go of. */
  wholeId: unknown;
  /** What may be shown of it. */
  id: string | undefined;
  /** The frame that it came in. */
  frame: ReceivedFrame;
  /** How many like it have come one after the other. */
  times: number;
  /** Of the frames of those before it. */
  bytesBefore: number;
}

const RECEIVED_AS: Readonly<Record<Sequence, ReceivedFact['as']>> = {
  next: 'new',
  duplicate: 'duplicate',
  early: 'early',
};

/** How much of an id is enough to tell two apart in one log, and too little to use it. */
const ID_LENGTH = 8;

/** What is kept of a message that has arrived. Pure. */
export function arrivalOf(message: ServerMessage, sequence: Sequence, frame: ReceivedFrame): Arrival {
  return {
    kind: 'received',
    type: message.type,
    as: RECEIVED_AS[sequence],
    event: message.type === 'system' ? message.event : undefined,
    code: message.type === 'error' ? knownErrorCode(message.code) : undefined,
    seq: message.seq,
    wholeId: message.id,
    id: undefined,
    frame,
    times: 1,
    bytesBefore: 0,
  };
}

/** Drops what was said: of an arrival only what may be shown is left. */
export function dropContent(arrival: Arrival): void {
  arrival.frame.countBytes();
  if (arrival.wholeId !== undefined) arrival.id = shortId(arrival.wholeId);
  arrival.wholeId = undefined;
}

/** What is shown of an arrival. */
export function entryOf(arrival: Arrival): ReceivedEntry {
  dropContent(arrival);
  const { type, as, event, code, seq, id, frame, times, bytesBefore } = arrival;
  return {
    kind: 'received',
    type,
    as,
    bytes: bytesBefore + frame.countBytes(),
    at: frame.at,
    ...(event !== undefined && { event }),
    ...(code !== undefined && { code }),
    ...(seq !== undefined && { seq }),
    ...(id !== undefined && { id }),
    ...(times > 1 && { times }),
  };
}

/** What is recorded of a message that goes out. Pure. */
export function factOfSent(message: ClientMessage | OwnMessage, frame: SentFrame): OtherFact {
  const id = shortId(message.type === 'cancel' ? message.replyTo : message.id);
  return { kind: 'sent', type: message.type, ...(id !== undefined && { id }), bytes: byteLength(frame) };
}

/** What is recorded of a change of the connection; null where that is recorded otherwise, or nothing new. Pure. */
export function factOfChange(change: ConnectionChange): OtherFact | null {
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
export function factOfFault(thrown: unknown): OtherFact {
  const name = thrown instanceof Error || thrown instanceof DOMException ? thrown.name : '';
  return { kind: 'fault', name: /^[A-Z][A-Za-z]{2,40}$/.test(name) ? name : 'Error' };
}

const KNOWN_CODES: ReadonlySet<string> = new Set(ERROR_CODES);

/** A server may put anything there. */
function knownErrorCode(code: string): RecordedErrorCode {
  return KNOWN_CODES.has(code) ? (code as RecordedErrorCode) : 'other';
}

const FAULT_CODES: ReadonlySet<string> = new Set<FrameFault['code']>(['bad_frame', 'too_large', 'unsupported']);

/** The code of a frame that can't be read; a codec of the application's own may put anything there. Pure. */
export function knownFaultCode(code: string): FrameFault['code'] {
  return FAULT_CODES.has(code) ? (code as FrameFault['code']) : 'bad_frame';
}

/** The beginning of an id; undefined where a server has put something else in its place. */
function shortId(id: unknown): string | undefined {
  return isUuid(id) ? id.slice(0, ID_LENGTH) : undefined;
}

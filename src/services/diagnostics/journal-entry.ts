import {
  ERROR_CODES,
  type ErrorCode,
  type FrameFault,
  isUuid,
  type MESSAGE_TYPES,
  type ServerMessage,
  type SystemMessage,
} from '../../protocol/index.ts';
import type { ConnectionChange } from '../socket/connection-state.ts';
import type { Sequence } from '../resume/followed-log.ts';
import type { ConnectionProblem } from '../socket/status.ts';

/** What a message of the server's is, as the journal names it. */
export type ReceivedType = (typeof MESSAGE_TYPES)[number] | 'unknown';

/** What a message that arrived was to this page: new, there already, or behind one that is missing. */
export type ReceivedAs = 'new' | 'duplicate' | 'early';

/** What an error is called: `other` where the server has a name of its own for it. */
export type NotedErrorCode = ErrorCode | 'other';

/** What a message of this page's is. */
export type SentType = 'text' | 'cancel' | 'ping' | 'other';

/**
 * One thing that happened. It holds words of this program's own, numbers and the beginnings of ids: nothing that a
 * person, a server or an address has said can be in it.
 */
export type JournalFact =
  | { readonly kind: 'connecting'; readonly attempt: number }
  | { readonly kind: 'open' }
  | { readonly kind: 'waiting'; readonly attempt: number; readonly closeCode: number }
  | { readonly kind: 'lost'; readonly problem: ConnectionProblem; readonly closeCode: number }
  | { readonly kind: 'disconnected' }
  | { readonly kind: 'code-refreshed' }
  | {
      readonly kind: 'received';
      readonly type: ReceivedType;
      readonly as: ReceivedAs;
      readonly event?: SystemMessage['event'];
      /** Of an error. */
      readonly code?: NotedErrorCode;
      readonly id?: string;
      readonly seq?: number;
      /** Of the frame that it came in, which may hold others. */
      readonly bytes: number;
      /** How many like it came one after the other, where they are passing ones. */
      readonly times?: number;
    }
  /** A frame that holds no message. */
  | { readonly kind: 'unreadable'; readonly code: FrameFault['code']; readonly bytes: number }
  /** Messages that have not come, though later ones have; the server is asked for them again. */
  | { readonly kind: 'hole'; readonly count: number }
  /** Messages that are not on the server any more. */
  | { readonly kind: 'missed'; readonly count: number }
  | { readonly kind: 'sent'; readonly type: SentType; readonly id?: string; readonly bytes: number }
  /** Something in this page has failed. */
  | { readonly kind: 'fault'; readonly name: string };

/** A thing that happened, and when, in milliseconds since the Unix epoch. */
export type JournalEntry = JournalFact & { readonly at: number };

/** A message that has arrived. */
export interface Reading {
  readonly message: ServerMessage;
  readonly sequence: Sequence;
  /** Of the frame that it came in. */
  readonly bytes: number;
}

const RECEIVED_AS: Readonly<Record<Sequence, ReceivedAs>> = { next: 'new', duplicate: 'duplicate', early: 'early' };

/** How much of an id is enough to tell two apart in one log, and too little to use it. */
const ID_LENGTH = 8;

/** The beginning of an id; nothing where a server has put something else in its place. */
function shortId(id: unknown): { readonly id?: string } {
  return isUuid(id) ? { id: id.slice(0, ID_LENGTH) } : {};
}

/** What is kept of a message that arrived. Pure. */
export function receivedFact({ message, sequence, bytes }: Reading): JournalFact {
  const { type, id, seq } = message;
  return {
    kind: 'received',
    type,
    as: RECEIVED_AS[sequence],
    ...(type === 'system' && { event: message.event }),
    ...(type === 'error' && { code: errorCode(message.code) }),
    ...shortId(id),
    ...(seq !== undefined && { seq }),
    bytes,
  };
}

/** A server may put anything there. */
function errorCode(code: string): NotedErrorCode {
  return ERROR_CODES.find((known) => known === code) ?? 'other';
}

/** What is kept of a frame that goes out. Pure. */
export function sentFact(frame: string): JournalFact {
  const { type, id, replyTo } = JSON.parse(frame) as Readonly<Record<string, unknown>>;
  const isKnown = type === 'text' || type === 'cancel' || type === 'ping';
  return { kind: 'sent', type: isKnown ? type : 'other', ...shortId(id ?? replyTo), bytes: byteLength(frame) };
}

/** What is kept of a change of the connection; null where it is told otherwise, or nothing new. Pure. */
export function connectionFact(change: ConnectionChange): JournalFact | null {
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
    case 'frame':
    case 'greeted':
    case 'round-trip':
      return null;
  }
}

/** What is kept of something that was thrown: the name of its class, never its words. Pure. */
export function faultFact(thrown: unknown): JournalFact {
  const name = thrown instanceof Error || thrown instanceof DOMException ? thrown.name : '';
  return { kind: 'fault', name: /^[A-Z][A-Za-z]{2,40}$/.test(name) ? name : 'Error' };
}

/** Beyond this a text is a medium in base64, where a character is a byte. */
const COUNTED_LENGTH = 64 * 1024;

/** How large a frame is. */
export function byteLength(frame: string | ArrayBuffer): number {
  if (typeof frame !== 'string') return frame.byteLength;
  return frame.length > COUNTED_LENGTH ? frame.length : new TextEncoder().encode(frame).length;
}

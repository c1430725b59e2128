import { type ClientMessage, ERROR_CODES, isUuid, type ServerMessage, type Writable } from '../../protocol/index.ts';
import type { Sequence } from '../resume/log-cursor.ts';
import type { ConnectionChange } from '../socket/connection-state.ts';
import { byteLength } from './byte-length.ts';
import type { ConnectionLogFact, ReceivedAs, ReceivedFact, RecordedErrorCode } from './connection-log-state.ts';

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

/** What is recorded of a message that arrived, but for its `id` and its `bytes`. Pure. */
export function factOfArrival(message: ServerMessage, sequence: Sequence): Writable<ReceivedFact> {
  const { type, seq } = message;
  const fact: Writable<ReceivedFact> = { kind: 'received', type, as: RECEIVED_AS[sequence], bytes: 0 };
  if (message.type === 'system') fact.event = message.event;
  if (message.type === 'error') fact.code = knownErrorCode(message.code);
  if (seq !== undefined) fact.seq = seq;
  return fact;
}

/** What is recorded of a message that arrived. Pure. */
export function factOfReception({ message, sequence, bytes }: Reception): ReceivedFact {
  const id = shortId(message.id);
  return { ...factOfArrival(message, sequence), bytes, ...(id !== undefined && { id }) };
}

/** What is recorded of a message that goes out. Pure. */
export function factOfSent(message: ClientMessage, frame: string): ConnectionLogFact {
  const id = shortId(message.type === 'cancel' ? message.replyTo : message.id);
  return { kind: 'sent', type: message.type, ...(id !== undefined && { id }), bytes: byteLength(frame) };
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

/** The beginning of an id; undefined where a server has put something else in its place. */
export function shortId(id: unknown): string | undefined {
  return isUuid(id) ? id.slice(0, ID_LENGTH) : undefined;
}

import type { ErrorCode, FrameFault, MessageType, SystemMessage } from '../../protocol/index.ts';
import type { ConnectionProblem } from '../socket/status.ts';

/** How many entries there are at most: the newest. */
export const CONNECTION_LOG_CAPACITY = 200;

/** How many round trips there are at most: the newest. */
export const ROUND_TRIP_CAPACITY = 60;

/** The type of a message from the server; `unknown` is also what a backend with a protocol of its own sends. */
export type ReceivedType = MessageType | 'unknown';

/** What a message that arrived was to this page: new, there already, or behind one that is missing. */
export type ReceivedAs = 'new' | 'duplicate' | 'early';

/** The code of an error; `other` where the server has a name of its own for it. */
export type RecordedErrorCode = ErrorCode | 'other';

/** The type of a message from this page; `own` is one of the application's, to a backend with a protocol of its own. */
export type SentType = 'text' | 'own' | 'cancel' | 'ping';

/** A message that has arrived. */
export interface ReceivedFact {
  readonly kind: 'received';
  readonly type: ReceivedType;
  readonly as: ReceivedAs;
  readonly event?: SystemMessage['event'];
  /** The error's code, where the message is an error. */
  readonly code?: RecordedErrorCode;
  readonly id?: string;
  readonly seq?: number;
  /** The size of the frame that it came in; a batch holds other messages too. */
  readonly bytes: number;
  /** How many like it came one after the other, where they are transient. */
  readonly times?: number;
}

/**
 * One thing that happened. It holds words of this program's own, numbers and the beginnings of ids: nothing that a
 * person, a server or an address has said can be in it.
 */
export type ConnectionLogFact =
  | { readonly kind: 'connecting'; readonly attempt: number }
  | { readonly kind: 'open' }
  | { readonly kind: 'waiting'; readonly attempt: number; readonly closeCode: number }
  | { readonly kind: 'lost'; readonly problem: ConnectionProblem; readonly closeCode: number }
  | { readonly kind: 'disconnected' }
  | { readonly kind: 'code-refreshed' }
  | ReceivedFact
  /** A frame that holds no message. */
  | { readonly kind: 'unreadable'; readonly code: FrameFault['code']; readonly bytes: number }
  /** Messages that have not come, though later ones have; the server is asked for them again. */
  | { readonly kind: 'missing-range'; readonly count: number }
  /** Messages that are not on the server any more. */
  | { readonly kind: 'missed'; readonly count: number }
  | { readonly kind: 'sent'; readonly type: SentType; readonly id?: string; readonly bytes: number }
  /** Something in this page has failed. */
  | { readonly kind: 'fault'; readonly name: string };

/** Anything that happened but that a message has arrived. */
export type OtherFact = Exclude<ConnectionLogFact, ReceivedFact>;

/** A thing that happened, and when, in milliseconds since the Unix epoch. */
export type ConnectionLogEntry = ConnectionLogFact & { readonly at: number };

/** A message that has arrived, and when. */
export type ReceivedEntry = ReceivedFact & { readonly at: number };

/** A ping that was answered. */
export interface RoundTrip {
  /** When the answer came, in milliseconds since the Unix epoch. */
  readonly at: number;
  /** How long the answer took. */
  readonly milliseconds: number;
}

/** An error that the server has sent, or a frame that could not be read. */
export interface RecordedError {
  readonly code: RecordedErrorCode;
  /** When it came, in milliseconds since the Unix epoch. */
  readonly at: number;
}

/** What this page has counted since it was opened. */
export interface ConnectionLogCounts {
  /** Sockets that were opened. */
  readonly connects: number;
  /** Those of them that took the place of a lost one. */
  readonly reconnects: number;
  /** Messages that came again, and were not shown again. */
  readonly duplicates: number;
  /** Times that messages were missing, and were asked for again. */
  readonly missingRanges: number;
  /** Messages that the server had no more when they were asked for. */
  readonly missed: number;
  /** Errors that the server has sent, each once. */
  readonly errors: number;
  /** Frames that could not be read. */
  readonly unreadable: number;
  readonly pings: number;
  /** Messages by type, those that came again included. */
  readonly received: Readonly<Record<ReceivedType, number>>;
}

/** What happened to the connection since the page was opened, without the content of its messages. */
export interface ConnectionLogState {
  /** The newest {@link CONNECTION_LOG_CAPACITY}, oldest first. */
  readonly entries: readonly ConnectionLogEntry[];
  /** The newest {@link ROUND_TRIP_CAPACITY}, oldest first. */
  readonly roundTrips: readonly RoundTrip[];
  /** What has happened how often. */
  readonly counts: ConnectionLogCounts;
  /** The code with which the last socket closed that this page did not close itself; null where none did. */
  readonly lastCloseCode: number | null;
  /** The newest error; null where there was none. It outlives its entry. */
  readonly lastError: RecordedError | null;
}

/** Before anything has happened. */
export const EMPTY_CONNECTION_LOG: ConnectionLogState = {
  entries: [],
  roundTrips: [],
  counts: {
    connects: 0,
    reconnects: 0,
    duplicates: 0,
    missingRanges: 0,
    missed: 0,
    errors: 0,
    unreadable: 0,
    pings: 0,
    received: { text: 0, video: 0, image: 0, system: 0, error: 0, unknown: 0 },
  },
  lastCloseCode: null,
  lastError: null,
};

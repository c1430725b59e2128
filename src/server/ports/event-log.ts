import type { ServerMessage } from '../../protocol/index.ts';

type DistributiveOmit<Union, Key extends PropertyKey> = Union extends unknown ? Omit<Union, Key> : never;

/** A message without what the log gives it. */
export type MessageDraft = DistributiveOmit<ServerMessage, 'seq' | 'ts' | 'id'> & { readonly id?: string };

/** A message that is stored and replayed. */
export type DurableMessage = ServerMessage & { readonly seq: number };

/** A message as it is stored, which is how it is sent. */
export interface StoredMessage {
  readonly seq: number;
  /** JSON. */
  readonly text: string;
}

/** Which of a user code's messages are stored now. */
export interface LogExtent {
  /** The oldest `seq` still stored; one above `lastSeq` where nothing is. */
  readonly firstSeq: number;
  /** The newest `seq` ever given; 0 where there is none. */
  readonly lastSeq: number;
}

/** How long durable messages are stored. */
export interface Retention {
  /** How many of one user code; the oldest are trimmed. */
  readonly messagesPerCode: number;
  /** How old they may become, in milliseconds. */
  readonly maxAgeMs: number;
}

/** Called with every message for a user code, durable or transient, in order. Must not throw. */
export type LogListener = (message: ServerMessage) => void;

/**
 * The messages of every user code, in order, and the way by which they reach the sockets of that code.
 * One user code never sees another's. A code is named by its key, as everywhere behind the routes.
 */
export interface EventLog {
  /** Names this log: another one after its data have been lost. */
  readonly epoch: string;
  /**
   * Stores a message under the next `seq` of the code, then passes it to the code's followers.
   * A crash loses nothing that they have been given.
   */
  append(code: string, draft: MessageDraft): Promise<DurableMessage>;
  /** Passes a transient message, which is not stored, to the code's followers. */
  publish(code: string, draft: MessageDraft): void;
  /** The stored messages after a `seq`, oldest first. */
  read(code: string, after: number): Promise<readonly DurableMessage[]>;
  /** So many of them at most, as they are stored, for a client that is sent them. */
  readStored(code: string, after: number, count: number): Promise<readonly StoredMessage[]>;
  /** The first and last `seq` of a code. */
  extent(code: string): Promise<LogExtent>;
  /** Follows a code from now on; returns what ends that. */
  follow(code: string, listener: LogListener): () => void;
  /** Releases what the log holds open. */
  close(): Promise<void>;
}

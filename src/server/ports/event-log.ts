import type { ServerMessage } from '../../protocol/index.ts';

type DistributiveOmit<Union, Key extends PropertyKey> = Union extends unknown ? Omit<Union, Key> : never;

/** A message without what the log gives it. */
export type MessageDraft = DistributiveOmit<ServerMessage, 'seq' | 'ts' | 'id'> & { readonly id?: string };

/** A message that is kept and replayed. */
export type KeptMessage = ServerMessage & { readonly seq: number };

/** What a user code's messages look like now. */
export interface LogExtent {
  /** The oldest `seq` still kept; one above `lastSeq` where nothing is. */
  readonly firstSeq: number;
  /** The newest `seq` ever given; 0 where there is none. */
  readonly lastSeq: number;
}

/** Hears every message for a user code, kept or passing, in order. Must not throw. */
export type LogListener = (message: ServerMessage) => void;

/**
 * The messages of every user code, in order, and the way by which they reach the sockets of that code.
 * One user code never sees another's.
 */
export interface EventLog {
  /** Names this log: another one after its data have been lost. */
  readonly epoch: string;
  /**
   * Keeps a message under the next `seq` of the code, then tells the code's followers.
   * What they are told is not lost by a crash.
   */
  append(code: string, draft: MessageDraft): Promise<KeptMessage>;
  /** Tells the code's followers a message that is not kept. */
  publish(code: string, draft: MessageDraft): void;
  /** What is kept after `seq`, oldest first. */
  read(code: string, after: number): Promise<readonly KeptMessage[]>;
  /** How far the code's messages go. */
  extent(code: string): Promise<LogExtent>;
  /** Follows a code from now on; returns what ends it. */
  follow(code: string, listener: LogListener): () => void;
  /** Releases what the log holds open. */
  close(): Promise<void>;
}

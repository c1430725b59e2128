import type { ServerMessage } from '../../protocol/index.ts';
import type { AnyMessage } from '../codec/codec.ts';

/** How far a client has come in a log of the server's. */
export interface LogPosition {
  /** Names the log that `seq` counts in. */
  readonly epoch: string;
  /** The newest `seq` that it has. */
  readonly seq: number;
}

/** Names a log: each user code has one at each server, until its data are lost. */
export interface LogName {
  /** The user code. */
  readonly code: string;
  /** The socket's address without the user code. */
  readonly endpoint: string;
  /** What the server calls it. */
  readonly epoch: string;
}

/** A message, with what it means for the place that this page has reached in the server's log. */
export interface ReceivedMessage<Message extends AnyMessage = ServerMessage> extends LogUpdate {
  /** The message itself. */
  readonly message: Message;
}

/** What a message means for the place that this page has reached in the server's log. */
export interface LogUpdate {
  /** Whether the server repeats an earlier message: its `seq` is at most the `lastSeq` of the newest `welcome`. */
  readonly isReplay: boolean;
  /** The log that is followed; undefined with a basic server and before the first `welcome`. */
  readonly log: LogName | undefined;
  /** What this page has of the log with this message and had not before: everything after `from`, up to `to`. */
  readonly progress?: { readonly from: number; readonly to: number };
  /** Set by the `welcome` of another log than before, or of one that has been set back. */
  readonly logChange?: 'replaced' | 'rewound';
  /**
   * Set where messages before this one are lost for good: a `gap`, or a `welcome` that could not recover. The `id` is
   * made of the position in the log, so that a loss has the same one whenever and in whichever tab it is noticed; `count`
   * is null where nobody knows it.
   */
  readonly lost?: { readonly id: string; readonly count: number | null };
}

import type { ServerMessage } from '../../protocol/index.ts';
import type { AnyMessage } from '../codec/codec.ts';
import type { LogName } from './log-position.ts';

/** A message, with what it means for this page's position in the server's log. */
export interface ReceivedMessage<Message extends AnyMessage = ServerMessage> extends LogUpdate {
  /** The message itself. */
  readonly message: Message;
}

/** What a message means for this page's position in the server's log. */
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

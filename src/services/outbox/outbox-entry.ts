import type { BehaviorSubject } from 'rxjs';

import type { ClientMessage, Limits, PromptMessage } from '../../protocol/index.ts';
import type { OwnMessage, SentFrame } from '../codec/codec.ts';

/** How far a prompt has come on its way. */
export type Delivery =
  /**
   * It waits for a connection, or for its turn. `endpoint` is there where it waits for that server, and the backend has
   * another one now: it stays in this browser until that server is back, or it is cancelled.
   */
  | { readonly state: 'queued'; readonly endpoint?: string | undefined }
  /**
   * It has been written to the socket. With a basic server this is the end. `refusal` is there where the server has turned it
   * away for a while: it goes out again by itself then.
   */
  | { readonly state: 'sent'; readonly refusal?: TemporaryRefusal | undefined }
  /** The server has it, and has made a job of it. */
  | { readonly state: 'accepted' }
  /** It will not be sent again by itself. `cause` is a sentence for people, in Chinese or the server's own. */
  | { readonly state: 'failed'; readonly reason: DeliveryFailure; readonly cause: string };

/** Why a server does not take a prompt now, and for how long it is waited. */
export interface TemporaryRefusal {
  /** The `code` of its error: `rate_limited`, `queue_full`, … */
  readonly reason: string;
  /** In milliseconds, from the refusal on. */
  readonly waitMs: number;
}

/** Why a prompt failed, for programs: a word of ours, or the `code` of the error with which the server refused it. */
export type DeliveryFailure = 'outbox_full' | 'cancelled' | 'unencodable' | 'too_large' | (string & {});

/** What is sent by `send`. */
export type Prompt = PromptMessage | OwnMessage;

/** A prompt on its way. */
export interface OutboxEntry {
  readonly prompt: Prompt;
  readonly delivery: BehaviorSubject<Delivery>;
  /** The server that it is for; undefined until that is known. No other one gets it. */
  endpoint: string | undefined;
  /** Whether the server may have it: it has been written to a socket, which may have been lost since. */
  wasWritten: boolean;
  /** Whether another page sent it first, which may be open still. */
  isRestored: boolean;
  /** Whether the store has it, or has refused it: no other page can send what it has not. */
  stored: 'not yet' | 'yes' | 'refused';
  /** Whether any page may send it: this one does only when the store has handed it back. */
  isReleased: boolean;
  /** Whether it has been cancelled after that: its job is stopped as soon as it is known. */
  isUnwanted: boolean;
}

/** What the outbox writes to: an open socket whose server is known. */
export interface OutboxSocket {
  /** Sends a message, given as it is and as it goes over the wire; returns false where the socket is closing. */
  readonly send: (message: ClientMessage | OwnMessage, frame: SentFrame) => boolean;
  /** Whether the server says `accepted`: a full server does, a basic one does not. */
  readonly acknowledges: boolean;
  readonly limits: Pick<Limits, 'maxFrameBytes'>;
}

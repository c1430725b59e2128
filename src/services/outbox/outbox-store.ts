import { NEVER, type Observable } from 'rxjs';

import type { CancelMessage, PromptMessage } from '../../protocol/index.ts';
import type { OwnMessage } from '../codec/codec.ts';

/** What waits to be sent: a prompt, a message of the application's own, or that one is not wanted any more, though the server may have it. */
export type Waiting = PromptMessage | OwnMessage | CancelMessage;

/** What waits, and for which server. */
export interface Stored {
  /** The prompt, or that it is not wanted. */
  readonly message: Waiting;
  /** The server's address without the user code; undefined where nobody knew it: it is for the first that is known. */
  readonly endpoint?: string | undefined;
}

/** Stores what waits, beyond the page. Every method may reject: the outbox then lives as long as the page. */
export interface OutboxStore {
  /**
   * Hands over, oldest first, what is for this server, or for none yet, and no page looks after any more, and has this
   * page look after it. What it has been handed already is not handed over again.
   */
  adopt(endpoint: string | undefined): Promise<readonly Stored[]>;
  /** What is for other servers and no page looks after: it stays where it is. */
  findElsewhere(endpoint: string | undefined): Promise<readonly Stored[]>;
  /** Stores a message, as this page's. */
  save(stored: Stored): Promise<void>;
  /** What this page looks after and is for no server yet is for this one. */
  assign(endpoint: string): Promise<void>;
  /** Gives up what this page looks after: whichever page looks next, this one included, is handed it. */
  release(): Promise<void>;
  /** Deletes a prompt, or the cancel of one; what is not there is fine. */
  delete(message: Waiting): Promise<void>;
  /**
   * Another page has closed that was there at the last `adopt`: there may be more to adopt. Hot; replays nothing; never errors or
   * completes.
   */
  readonly pageClosed$: Observable<void>;
  /** Gives up what this page looks after, as closing the page does, once what was asked for before is done. */
  close(): Promise<void>;
}

/** Names what waits: a prompt may wait together with its cancel. */
export function nameOf(message: Waiting): string {
  return message.type === 'cancel' ? `cancel ${message.replyTo}` : message.id;
}

/** Stores nothing, for `withOutbox(() => NO_OUTBOX_STORE)`: what waits lives as long as the page. */
export const NO_OUTBOX_STORE: OutboxStore = {
  adopt: () => Promise.resolve([]),
  findElsewhere: () => Promise.resolve([]),
  save: () => Promise.resolve(),
  assign: () => Promise.resolve(),
  release: () => Promise.reject(new Error('nothing is stored that another page could find')),
  delete: () => Promise.resolve(),
  pageClosed$: NEVER,
  close: () => Promise.resolve(),
};

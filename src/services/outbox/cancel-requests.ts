import type { CancelMessage } from '../../protocol/index.ts';
import type { Codec } from '../codec/codec.ts';
import type { OutboxSocket } from './outbox-entry.ts';
import type { OutboxStore } from './outbox-store.ts';

/** Asks the server to stop jobs, as soon as there is a socket; until then the requests outlive the page. */
export class CancelRequests {
  private readonly store: OutboxStore;
  private readonly codec: Codec;
  private readonly waiting = new Set<string>();

  constructor(store: OutboxStore, codec: Codec) {
    this.store = store;
    this.codec = codec;
  }

  /** The prompts whose jobs are to be stopped, while there is no socket. */
  get promptIds(): readonly string[] {
    return [...this.waiting];
  }

  /** Has the job of a prompt stopped when {@link sendTo} is called next. */
  add(promptId: string): void {
    this.waiting.add(promptId);
  }

  /** Does not ask for it any more. */
  delete(promptId: string): void {
    this.waiting.delete(promptId);
  }

  /** Saves the request for the job of a prompt beyond the page. */
  save(promptId: string): void {
    this.store.save(cancelOf(promptId)).catch(() => undefined);
  }

  /** Deletes a saved request. */
  deleteSaved(promptId: string): void {
    this.store.delete(cancelOf(promptId)).catch(() => undefined);
  }

  /** Sends what waits, oldest first, and is done with it; while the socket is closing it goes on waiting. */
  sendTo({ send }: OutboxSocket): void {
    for (const promptId of this.waiting) {
      const cancel = cancelOf(promptId);
      const frame = this.codec.encode(cancel);
      if (frame !== undefined && !send(cancel, frame)) return;
      this.waiting.delete(promptId);
      this.deleteSaved(promptId);
    }
  }
}

function cancelOf(replyTo: string): CancelMessage {
  return { type: 'cancel', replyTo };
}

import { type CancelMessage, encode } from '../../protocol/index.ts';
import type { OutboxSocket } from './outbox-entry.ts';
import type { OutboxStore } from './outbox-store.ts';

/** Asks the server to stop jobs, as soon as there is a socket; until then the requests outlive the page. */
export class CancelRequests {
  private readonly store: OutboxStore;
  private readonly waiting = new Set<string>();

  constructor(store: OutboxStore) {
    this.store = store;
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

  /** Sends what waits, oldest first, and is done with it. */
  sendTo({ send }: OutboxSocket): void {
    for (const promptId of this.waiting) {
      this.waiting.delete(promptId);
      const cancel = cancelOf(promptId);
      const frame = encode(cancel);
      if (frame.ok) send(cancel, frame.value);
      this.deleteSaved(promptId);
    }
  }
}

function cancelOf(replyTo: string): CancelMessage {
  return { type: 'cancel', replyTo };
}

import type { CancelMessage } from '../../protocol/index.ts';
import { type Codec, encodeSent } from '../codec/codec.ts';
import type { OutboxSocket } from './outbox-entry.ts';
import type { OutboxStore, Stored } from './outbox-store.ts';

/** Asks the server to stop jobs, as soon as there is a socket; until then the requests outlive the page. */
export class CancelRequests {
  readonly #store: OutboxStore;
  readonly #codec: Codec;
  /** By the prompt: the server that has its job; undefined while that is not known. */
  readonly #waiting = new Map<string, string | undefined>();

  constructor(store: OutboxStore, codec: Codec) {
    this.#store = store;
    this.#codec = codec;
  }

  /** What is to be stopped, while there is no socket. */
  get stored(): readonly Stored[] {
    return [...this.#waiting].map(([promptId, endpoint]) => ({ message: cancelOf(promptId), endpoint }));
  }

  /** Has the job of a prompt stopped when {@link sendTo} is called next for the server that has it. */
  add(promptId: string, endpoint: string | undefined): void {
    this.#waiting.set(promptId, endpoint);
  }

  /** What is for no server yet is for this one. */
  assign(endpoint: string): void {
    for (const [promptId, known] of this.#waiting) this.#waiting.set(promptId, known ?? endpoint);
  }

  /** Does not ask for it any more. */
  delete(promptId: string): void {
    this.#waiting.delete(promptId);
  }

  /** Saves the request for the job of a prompt beyond the page. */
  save(promptId: string, endpoint: string | undefined): void {
    this.#store.save({ message: cancelOf(promptId), endpoint }).catch(() => undefined);
  }

  /** Deletes a saved request. */
  deleteSaved(promptId: string): void {
    this.#store.delete(cancelOf(promptId)).catch(() => undefined);
  }

  /** Sends what waits for a server, oldest first, and is done with it; while the socket is closing it goes on waiting. */
  sendTo(endpoint: string | undefined, { send }: OutboxSocket): void {
    for (const [promptId, known] of this.#waiting) {
      if (known !== endpoint) continue;
      const cancel = cancelOf(promptId);
      const frame = encodeSent(this.#codec, cancel);
      if (frame !== undefined && !send(cancel, frame)) return;
      this.#waiting.delete(promptId);
      this.deleteSaved(promptId);
    }
  }
}

function cancelOf(replyTo: string): CancelMessage {
  return { type: 'cancel', replyTo };
}

import type { ServerMessage } from '../../services/index.ts';
import { newId } from './new-id.ts';
import type { HistoryStore } from './store/history-store.ts';

/**
 * Finds the conversation of each message, in the order of the messages: at once where it is known, and else by the
 * store, while what comes after waits.
 */
export class Owners {
  private readonly store: HistoryStore;
  private readonly written: () => Promise<void>;
  private readonly byPrompt = new Map<string, string>();
  private readonly byJob = new Map<string, string>();
  private readonly waiting: (() => Promise<void> | undefined)[] = [];

  /** `written` resolves when the store has all that has been decided up to now. */
  constructor(store: HistoryStore, written: () => Promise<void>) {
    this.store = store;
    this.written = written;
  }

  /** Remembers where a prompt belongs. */
  know(promptId: string, conversationId: string): void {
    this.byPrompt.set(promptId, conversationId);
  }

  /** The conversation of a prompt, where it is known without looking. */
  ofPrompt(promptId: string): string | undefined {
    return this.byPrompt.get(promptId);
  }

  /** The conversation of a message, where it is known without looking. */
  ofMessage({ jobId, replyTo }: ServerMessage): string | undefined {
    const byPrompt = replyTo === undefined ? undefined : this.byPrompt.get(replyTo);
    return byPrompt ?? (jobId === undefined ? undefined : this.byJob.get(jobId));
  }

  /** Does something in its turn, with the conversation of a message. */
  with(message: ServerMessage, act: (conversationId: string) => void): void {
    this.enqueue(() => {
      const known = this.ofMessage(message);
      if (known === undefined) return this.claim(message).then((found) => this.meet(message, found, act));
      this.meet(message, known, act);
      return undefined;
    });
  }

  /** Does something in its turn. */
  inTurn(act: () => void): void {
    this.enqueue(() => {
      act();
      return undefined;
    });
  }

  private enqueue(step: () => Promise<void> | undefined): void {
    this.waiting.push(step);
    if (this.waiting.length === 1) this.advance();
  }

  /** Takes the steps that wait, until one has to wait itself. */
  private advance(): void {
    for (let step = this.waiting[0]; step !== undefined; step = this.waiting[0]) {
      const answer = step();
      if (answer !== undefined) {
        void answer.catch(() => undefined).then(() => {
          this.waiting.shift();
          this.advance();
        });
        return;
      }
      this.waiting.shift();
    }
  }

  private meet({ jobId, replyTo }: ServerMessage, conversationId: string, act: (conversationId: string) => void): void {
    if (replyTo !== undefined) this.byPrompt.set(replyTo, conversationId);
    if (jobId !== undefined) this.byJob.set(jobId, conversationId);
    act(conversationId);
  }

  /** The store does not reject; where it did all the same, the order of the rest matters more. */
  private async claim(message: ServerMessage): Promise<string> {
    await this.written();
    return this.store.claim(message).catch(() => newId());
  }
}

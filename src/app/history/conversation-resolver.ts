import type { ServerMessage } from '../../services/index.ts';
import { newId } from './new-id.ts';
import type { HistoryStore } from './store/history-store.ts';

/** Something to be done in its turn, with the conversation of a message where it has one. */
type Step =
  | { readonly message: ServerMessage; readonly act: (conversationId: string) => void }
  | { readonly message?: never; readonly act: () => void };

/**
 * Finds the conversation of each message, in the order of the messages: at once where it is known, and else by the
 * store, while what comes after waits. All that waits by then is looked up together: one transaction for each
 * message would take a page that has been away for long half a minute.
 */
export class ConversationResolver {
  private readonly store: HistoryStore;
  private readonly written: () => Promise<void>;
  private readonly byPrompt = new Map<string, string>();
  private readonly byJob = new Map<string, string>();
  /** What has been looked up and has not had its turn yet. */
  private readonly found = new Map<ServerMessage, string>();
  private readonly waiting: Step[] = [];

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
    this.enqueue({ message, act });
  }

  /** Does something in its turn. */
  inTurn(act: () => void): void {
    this.enqueue({ act });
  }

  private enqueue(step: Step): void {
    this.waiting.push(step);
    if (this.waiting.length === 1) this.advance();
  }

  /** Takes the steps that wait, until one has to be looked up. */
  private advance(): void {
    for (let step = this.waiting[0]; step !== undefined; step = this.waiting[0]) {
      if (step.message === undefined) step.act();
      else {
        const home = this.ofMessage(step.message) ?? this.found.get(step.message);
        if (home === undefined) {
          void this.lookUp().then(() => this.advance());
          return;
        }
        this.meet(step.message, home);
        step.act(home);
      }
      this.waiting.shift();
    }
    this.found.clear();
  }

  private meet({ jobId, replyTo }: ServerMessage, conversationId: string): void {
    if (replyTo !== undefined) this.byPrompt.set(replyTo, conversationId);
    if (jobId !== undefined) this.byJob.set(jobId, conversationId);
  }

  /** The store does not reject; where it did all the same, the order of the rest matters more. */
  private async lookUp(): Promise<void> {
    const messages = this.unknown();
    await this.written();
    const homes = await this.store.claim(messages).catch(() => []);
    for (const [index, message] of messages.entries()) this.found.set(message, homes[index] ?? newId());
  }

  /** Of the messages that wait, those that neither this page nor one before them in the line knows. */
  private unknown(): readonly ServerMessage[] {
    const named = new Set<string>();
    return this.waiting.flatMap(({ message }) => {
      if (message === undefined || this.ofMessage(message) !== undefined) return [];
      const names = [message.replyTo, message.jobId].filter((name) => name !== undefined);
      const follows = names.some((name) => named.has(name));
      for (const name of names) named.add(name);
      return follows ? [] : [message];
    });
  }
}

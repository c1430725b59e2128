import { newId } from './new-id.ts';
import { groupOf, tellsPrompt } from './store/adopt-messages.ts';
import type { HistoryStore, MessageOrigin } from './store/history-store.ts';

/** Something to be done in its turn, with the conversation of a message where it has one. */
type Step =
  | { readonly origin: MessageOrigin; readonly act: (conversationId: string) => void }
  | { readonly origin?: never; readonly act: () => void };

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
  private readonly byGroup = new Map<string, string>();
  /** What has been looked up and has not had its turn yet. */
  private readonly found = new Map<MessageOrigin, string>();
  private readonly waiting: Step[] = [];

  /** `written` resolves when the store has all that has been decided up to now. */
  constructor(store: HistoryStore, written: () => Promise<void>) {
    this.store = store;
    this.written = written;
  }

  /** Remembers where a prompt belongs. */
  rememberPrompt(promptId: string, conversationId: string): void {
    this.byPrompt.set(promptId, conversationId);
  }

  /** The conversation of a prompt, where it is known without looking. */
  conversationOfPrompt(promptId: string): string | undefined {
    return this.byPrompt.get(promptId);
  }

  /** The conversation of a message, where it is known without looking. */
  conversationOf(origin: MessageOrigin): string | undefined {
    const { jobId, replyTo, follows } = origin;
    const group = groupOf(origin);
    const byPrompt = replyTo === undefined ? undefined : this.byPrompt.get(replyTo);
    const byJob = jobId === undefined ? undefined : this.byJob.get(jobId);
    const byPast = follows === undefined ? undefined : this.byPrompt.get(follows);
    return byPrompt ?? byJob ?? byPast ?? (group === undefined ? undefined : this.byGroup.get(group));
  }

  /** Does something with the conversation of a message, after all that has been asked for before. */
  runWithConversation(origin: MessageOrigin, act: (conversationId: string) => void): void {
    this.enqueue({ origin, act });
  }

  /** Does something after all that has been asked for before. */
  runInOrder(act: () => void): void {
    this.enqueue({ act });
  }

  private enqueue(step: Step): void {
    this.waiting.push(step);
    if (this.waiting.length === 1) this.advance();
  }

  /** Does the steps that wait, until one has to be looked up. */
  private advance(): void {
    for (let step = this.waiting[0]; step !== undefined; step = this.waiting[0]) {
      if (step.origin === undefined) step.act();
      else {
        const conversationId = this.conversationOf(step.origin) ?? this.found.get(step.origin);
        if (conversationId === undefined) {
          void this.lookUp().then(() => this.advance());
          return;
        }
        this.remember(step.origin, conversationId);
        step.act(conversationId);
      }
      this.waiting.shift();
    }
    this.found.clear();
  }

  private remember(origin: MessageOrigin, conversationId: string): void {
    const { jobId, replyTo } = origin;
    const group = groupOf(origin);
    if (group !== undefined) this.byGroup.set(group, conversationId);
    if (replyTo !== undefined) this.byPrompt.set(replyTo, conversationId);
    if (jobId !== undefined) this.byJob.set(jobId, conversationId);
  }

  /** The store does not reject; where it did all the same, the order of the rest matters more. */
  private async lookUp(): Promise<void> {
    // By then all that has come together waits: what only follows a job may be told of before its prompt is.
    await this.written();
    const origins = this.unknownOrigins();
    const telling = this.tellingOrigins();
    const asked = origins.map((origin) => namesOf(origin).flatMap((name) => telling.get(name) ?? [])[0] ?? origin);
    const conversations = await this.store.claim(asked).catch(() => []);
    for (const [index, origin] of origins.entries()) this.found.set(origin, conversations[index] ?? newId());
  }

  /** Of the messages that wait, those that say what was asked, by their prompts and jobs. */
  private tellingOrigins(): ReadonlyMap<string, MessageOrigin> {
    const telling = this.waiting.flatMap(({ origin }) => (origin !== undefined && tellsPrompt(origin) ? [origin] : []));
    return new Map(telling.flatMap((origin) => namesOf(origin).map((name) => [name, origin] as const)));
  }

  /** Of the messages that wait, those that neither this page nor one before them in the line knows. */
  private unknownOrigins(): readonly MessageOrigin[] {
    const named = new Set<string>();
    return this.waiting.flatMap(({ origin }) => {
      if (origin === undefined || this.conversationOf(origin) !== undefined) return [];
      const names = [...namesOf(origin), groupOf(origin)].filter((name) => name !== undefined);
      const isNamedBefore = names.some((name) => named.has(name));
      for (const name of names) named.add(name);
      return isNamedBefore ? [] : [origin];
    });
  }
}

function namesOf({ replyTo, jobId }: MessageOrigin): readonly string[] {
  return [replyTo, jobId].filter((name) => name !== undefined);
}

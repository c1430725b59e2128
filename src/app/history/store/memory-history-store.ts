import type { LogName, PromptMessage } from '../../../services/index.ts';
import { adoptMessages } from './adopt-messages.ts';
import type { HistoryContent, HistoryStore, MessageOrigin, NewPrompt } from './history-store.ts';
import {
  withProgress,
  awaitsErasure,
  conversationBegunBy,
  undeleted,
  withChange,
  withGreeting,
  withPiece,
  mediaOf,
  nameOfAnother,
  newestOf,
  restoredToOf,
  toRecord,
  withEvent,
  withPrompt,
} from './record-rules.ts';
import type {
  ConversationChange,
  ConversationContent,
  ConversationRecord,
  EventRecord,
  StoredMedium,
  LogProgress,
  LogRecord,
  NewEvent,
  PromptChange,
  PromptRecord,
} from './records.ts';

/** The history of a page whose browser saves nothing, and of specs: it is gone with this object. */
export class MemoryHistoryStore implements HistoryStore {
  private readonly conversationById: Map<string, ConversationRecord>;
  private readonly promptById: Map<string, PromptRecord>;
  private readonly eventById: Map<string, EventRecord>;
  private readonly logs: Map<string, LogRecord>;
  private position: number;

  /** Goes on from what another store has saved. */
  constructor(content?: HistoryContent) {
    const { conversations = [], prompts = [], events = [], logs = [] } = content ?? {};
    this.conversationById = new Map(conversations.map((conversation) => [conversation.id, conversation]));
    this.promptById = new Map(prompts.map((prompt) => [prompt.id, prompt]));
    this.eventById = new Map(events.map((event) => [event.id, event]));
    this.logs = new Map(logs.map((log) => [logKey(log.code, log.endpoint), log]));
    this.position = events.reduce((last, { position }) => Math.max(last, position), 0);
  }

  async conversations(): Promise<readonly ConversationRecord[]> {
    return [...this.conversationById.values()].filter(({ deletedAt }) => deletedAt === undefined);
  }

  async deleted(): Promise<readonly ConversationRecord[]> {
    return [...this.conversationById.values()].filter(awaitsErasure);
  }

  async content(conversationId: string): Promise<ConversationContent> {
    const { prompts, events } = await this.everything();
    return {
      prompts: prompts.filter((prompt) => prompt.conversationId === conversationId),
      events: events.filter((event) => event.conversationId === conversationId),
    };
  }

  async everything(): Promise<HistoryContent> {
    return {
      conversations: [...this.conversationById.values()],
      prompts: [...this.promptById.values()],
      events: [...this.eventById.values()],
      logs: [...this.logs.values()],
    };
  }

  async media(): Promise<readonly StoredMedium[]> {
    return mediaOf(await this.everything());
  }

  async prompt(id: string): Promise<PromptMessage | undefined> {
    return this.promptById.get(id)?.prompt;
  }

  async log(code: string, endpoint: string): Promise<LogRecord | undefined> {
    return this.logs.get(logKey(code, endpoint));
  }

  async addPrompt(prompt: NewPrompt): Promise<void> {
    const known = this.promptById.get(prompt.id);
    if (known?.prompt !== undefined) return;
    const { conversationId, after } = { conversationId: prompt.conversationId, after: this.position, ...known };
    const home = this.conversationById.get(conversationId);
    this.promptById.set(prompt.id, { ...prompt, conversationId, after });
    this.conversationById.set(
      conversationId,
      withPrompt(known === undefined ? undeleted(home) : home, { ...prompt, conversationId }),
    );
  }

  async changePrompt(id: string, change: PromptChange): Promise<void> {
    const known = this.promptById.get(id);
    if (known !== undefined) this.promptById.set(id, { ...known, ...change });
  }

  async claim(origins: readonly MessageOrigin[]): Promise<readonly string[]> {
    const known = origins.map((origin) => this.findConversation(origin));
    const unknown = origins.filter((_, index) => known[index] === undefined);
    const { homes, begun, prompts } = adoptMessages(unknown, newestOf([...this.conversationById.values()]));
    for (const conversation of begun) this.conversationById.set(conversation.id, conversation);
    for (const prompt of prompts) this.promptById.set(prompt.id, { ...prompt, after: this.position });
    const adopted = homes.values();
    return known.flatMap((conversationId) => conversationId ?? adopted.next().value ?? []);
  }

  async append(events: readonly NewEvent[], progress?: LogProgress): Promise<void> {
    const key = progress && logKey(progress.log.code, progress.log.endpoint);
    const known = this.logs.get(key ?? '');
    const restoredTo = restoredToOf(known, progress);
    for (const added of events) this.appendEvent(added, restoredTo);
    if (progress === undefined || key === undefined) return;
    const log = withProgress(known, progress);
    if (log !== null) this.logs.set(key, log);
  }

  async enterLog(log: LogName, lastSeq: number): Promise<void> {
    const key = logKey(log.code, log.endpoint);
    this.logs.set(key, withGreeting(this.logs.get(key), log, lastSeq));
  }

  async changeConversation(id: string, change: ConversationChange): Promise<void> {
    const known = this.conversationById.get(id);
    if (known !== undefined) this.conversationById.set(id, withChange(known, change));
  }

  async erase(deletedBefore: number): Promise<void> {
    for (const { id, createdAt, changedAt, deletedAt } of this.conversationById.values()) {
      if (deletedAt === undefined || deletedAt >= deletedBefore) continue;
      this.conversationById.set(id, { id, createdAt, changedAt, deletedAt, isErased: true });
      for (const { id: eventId, conversationId } of this.eventById.values()) {
        if (conversationId === id) this.eventById.delete(eventId);
      }
      for (const { id: promptId, conversationId, at, after } of this.promptById.values()) {
        if (conversationId === id) this.promptById.set(promptId, { id: promptId, conversationId, at, after });
      }
    }
  }

  private appendEvent(added: NewEvent, restoredTo: number): void {
    const { id, conversationId } = added;
    const home = this.conversationById.get(conversationId) ?? conversationBegunBy(added);
    if (home.isErased === true) return;
    const known = this.eventById.get(id);
    if (known !== undefined) {
      const another = nameOfAnother(known, added);
      if (another !== undefined) return this.appendEvent({ ...added, id: another }, restoredTo);
      this.eventById.set(id, withPiece(known, added) ?? known);
      return;
    }
    this.position += 1;
    this.eventById.set(id, { ...toRecord(added), position: this.position });
    this.conversationById.set(conversationId, withEvent(home, added, { now: Date.now(), restoredTo }));
  }

  private findConversation({ replyTo, jobId, follows }: MessageOrigin): string | undefined {
    const asked = this.promptById.get(replyTo ?? '');
    if (asked !== undefined) return asked.conversationId;
    const ofJob = jobId !== undefined && [...this.eventById.values()].find((event) => event.jobId === jobId);
    return ofJob ? ofJob.conversationId : this.promptById.get(follows ?? '')?.conversationId;
  }
}

function logKey(code: string, endpoint: string): string {
  return `${code} ${endpoint}`;
}

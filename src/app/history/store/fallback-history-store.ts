import type { LogName, PromptMessage } from '../../../services/index.ts';
import type { HistoryContent, HistoryStore, MessageOrigin, NewPrompt } from './history-store.ts';
import { MemoryHistoryStore } from './memory-history-store.ts';
import type {
  ConversationChange,
  ConversationContent,
  ConversationRecord,
  StoredMedium,
  LogProgress,
  LogRecord,
  NewEvent,
  PromptChange,
} from './records.ts';

/** How long the store may take for its first answer, in milliseconds: some browsers' databases never open. */
const FIRST_ANSWER_LIMIT = 4_000;

/**
 * A store that goes on in memory, with what it can still read, from the first time that the one behind it fails:
 * none there, blocked, or full. What it has saved till then stays, and the next page tries again.
 */
export class FallbackHistoryStore implements HistoryStore {
  private readonly primary: HistoryStore;
  private readonly onFallback: () => void;
  private hasAnswered = false;
  private memory: Promise<HistoryStore> | undefined;

  /** `onFallback` is called once, when nothing is saved any more. */
  constructor(primary: HistoryStore, onFallback: () => void) {
    this.primary = primary;
    this.onFallback = onFallback;
  }

  conversations(): Promise<readonly ConversationRecord[]> {
    return this.run((store) => store.conversations());
  }

  deleted(): Promise<readonly ConversationRecord[]> {
    return this.run((store) => store.deleted());
  }

  content(conversationId: string): Promise<ConversationContent> {
    return this.run((store) => store.content(conversationId));
  }

  everything(): Promise<HistoryContent> {
    return this.run((store) => store.everything());
  }

  media(): Promise<readonly StoredMedium[]> {
    return this.run((store) => store.media());
  }

  prompt(id: string): Promise<PromptMessage | undefined> {
    return this.run((store) => store.prompt(id));
  }

  log(code: string, endpoint: string): Promise<LogRecord | undefined> {
    return this.run((store) => store.log(code, endpoint));
  }

  addPrompt(prompt: NewPrompt): Promise<void> {
    return this.run((store) => store.addPrompt(prompt));
  }

  changePrompt(id: string, change: PromptChange): Promise<void> {
    return this.run((store) => store.changePrompt(id, change));
  }

  claim(origins: readonly MessageOrigin[]): Promise<readonly string[]> {
    return this.run((store) => store.claim(origins));
  }

  append(events: readonly NewEvent[], progress?: LogProgress): Promise<void> {
    return this.run((store) => store.append(events, progress));
  }

  enterLog(log: LogName, lastSeq: number): Promise<void> {
    return this.run((store) => store.enterLog(log, lastSeq));
  }

  changeConversation(id: string, change: ConversationChange): Promise<void> {
    return this.run((store) => store.changeConversation(id, change));
  }

  erase(deletedBefore: number): Promise<void> {
    return this.run((store) => store.erase(deletedBefore));
  }

  private async run<Result>(work: (store: HistoryStore) => Promise<Result>): Promise<Result> {
    if (this.memory !== undefined) return work(await this.memory);
    try {
      const result = await (this.hasAnswered ? work(this.primary) : withinLimit(work(this.primary)));
      this.hasAnswered = true;
      return result;
    } catch {
      this.memory ??= this.fallBackToMemory();
      return work(await this.memory);
    }
  }

  private async fallBackToMemory(): Promise<HistoryStore> {
    this.onFallback();
    const content = await (this.hasAnswered ? this.primary.everything().catch(() => undefined) : undefined);
    return new MemoryHistoryStore(content);
  }
}

async function withinLimit<Result>(answer: Promise<Result>): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the history takes too long')), FIRST_ANSWER_LIMIT);
  });
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

import type { LogName, PromptMessage } from '../../../services/index.ts';
import { adoptMessages } from './adopt-messages.ts';
import { ALL_STORES, type HistoryDatabase, openHistoryDatabase, type Writing } from './history-database.ts';
import type { HistoryContent, HistoryStore, MessageOrigin, NewPrompt } from './history-store.ts';
import { appendEvents } from './append-events.ts';
import {
  withProgress,
  awaitsErasure,
  undeleted,
  withChange,
  withGreeting,
  mediaOf,
  newestOf,
  restoredToOf,
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

/** How a store is made. */
interface StoreOptions {
  /** The database's name; the application's where there is none. */
  readonly name?: string;
  readonly onWiped?: () => void;
}

/** The history in IndexedDB. */
export class IndexedDbHistoryStore implements HistoryStore {
  private readonly name: string;
  private readonly onWiped: () => void;
  private opened: Promise<HistoryDatabase> | undefined;
  private hadContent = false;

  /**
   * Nothing is opened before the first use. `onWiped` is called when something has cleared the database while it was
   * open, and there had been something in it.
   */
  constructor({ name = 'ask-kitten-history', onWiped = () => undefined }: StoreOptions = {}) {
    this.name = name;
    this.onWiped = onWiped;
  }

  async conversations(): Promise<readonly ConversationRecord[]> {
    const all = await (await this.database()).getAll('conversations');
    this.hadContent ||= all.length > 0;
    return all.filter(({ deletedAt }) => deletedAt === undefined);
  }

  async deleted(): Promise<readonly ConversationRecord[]> {
    return (await (await this.database()).getAll('conversations')).filter(awaitsErasure);
  }

  async content(conversationId: string): Promise<ConversationContent> {
    const transaction = (await this.database()).transaction(['prompts', 'messages']);
    const [prompts, events] = await Promise.all([
      transaction.objectStore('prompts').index('conversationId').getAll(conversationId),
      transaction.objectStore('messages').index('conversationId').getAll(conversationId),
    ]);
    return { prompts, events };
  }

  async everything(): Promise<HistoryContent> {
    const transaction = (await this.database()).transaction(ALL_STORES);
    const [conversations, prompts, events, logs] = await Promise.all([
      transaction.objectStore('conversations').getAll(),
      transaction.objectStore('prompts').getAll(),
      transaction.objectStore('messages').getAll(),
      transaction.objectStore('logs').getAll(),
    ]);
    return { conversations, prompts, events, logs };
  }

  async media(): Promise<readonly StoredMedium[]> {
    const transaction = (await this.database()).transaction(['conversations', 'prompts', 'messages']);
    const [conversations, prompts, events] = await Promise.all([
      transaction.objectStore('conversations').getAll(),
      transaction.objectStore('prompts').getAll(),
      transaction.objectStore('messages').index('mediumAt').getAll(),
    ]);
    // What another device has asked is said by the first message of its job.
    const byJob = transaction.objectStore('messages').index('jobId');
    const first = await Promise.all(jobsAskedElsewhere(prompts, events).map((jobId) => byJob.get(jobId)));
    const told = first.filter((event) => event !== undefined).filter(({ mediumAt }) => mediumAt === undefined);
    return mediaOf({ conversations, prompts, events: [...events, ...told] });
  }

  async prompt(id: string): Promise<PromptMessage | undefined> {
    return (await (await this.database()).get('prompts', id))?.prompt;
  }

  async log(code: string, endpoint: string): Promise<LogRecord | undefined> {
    return (await this.database()).get('logs', [code, endpoint]);
  }

  addPrompt(prompt: NewPrompt): Promise<void> {
    return this.write(async (transaction) => {
      const prompts = transaction.objectStore('prompts');
      const known = await prompts.get(prompt.id);
      if (known?.prompt !== undefined) return;
      const after = known?.after ?? (await lastPosition(transaction));
      const conversationId = known?.conversationId ?? prompt.conversationId;
      await prompts.put({ ...prompt, conversationId, after });
      const conversations = transaction.objectStore('conversations');
      const home = await conversations.get(conversationId);
      await conversations.put(withPrompt(known === undefined ? undeleted(home) : home, { ...prompt, conversationId }));
    });
  }

  changePrompt(id: string, change: PromptChange): Promise<void> {
    return this.write(async (transaction) => {
      const prompts = transaction.objectStore('prompts');
      const known = await prompts.get(id);
      if (known !== undefined) await prompts.put({ ...known, ...change });
    });
  }

  claim(origins: readonly MessageOrigin[]): Promise<readonly string[]> {
    return this.write(async (transaction) => {
      const known = await Promise.all(origins.map((origin) => findConversation(transaction, origin)));
      const unknown = origins.filter((_, index) => known[index] === undefined);
      const adopted = (unknown.length === 0 ? [] : await adopt(transaction, unknown)).values();
      return known.flatMap((conversationId) => conversationId ?? adopted.next().value ?? []);
    });
  }

  append(events: readonly NewEvent[], progress?: LogProgress): Promise<void> {
    return this.write(async (transaction) => {
      const logs = transaction.objectStore('logs');
      const known = progress && (await logs.get([progress.log.code, progress.log.endpoint]));
      await appendEvents(transaction, events, restoredToOf(known, progress));
      if (progress === undefined) return;
      const log = withProgress(known, progress);
      if (log !== null) await logs.put(log);
    });
  }

  enterLog(log: LogName, lastSeq: number): Promise<void> {
    return this.write(async (transaction) => {
      const logs = transaction.objectStore('logs');
      await logs.put(withGreeting(await logs.get([log.code, log.endpoint]), log, lastSeq));
    });
  }

  changeConversation(id: string, change: ConversationChange): Promise<void> {
    return this.write(async (transaction) => {
      const conversations = transaction.objectStore('conversations');
      const known = await conversations.get(id);
      if (known !== undefined) await conversations.put(withChange(known, change));
    });
  }

  erase(deletedBefore: number): Promise<void> {
    return this.write(async (transaction) => {
      for await (const cursor of transaction.objectStore('conversations')) {
        const { id, createdAt, changedAt, deletedAt, isErased } = cursor.value;
        if (deletedAt === undefined || deletedAt >= deletedBefore || isErased === true) continue;
        await cursor.update({ id, createdAt, changedAt, deletedAt, isErased: true });
        await eraseContent(transaction, id);
      }
    });
  }

  /** Lets go of the database. */
  async close(): Promise<void> {
    (await this.database()).close();
  }

  private async write<Result>(work: (transaction: Writing) => Promise<Result>): Promise<Result> {
    const transaction = (await this.database()).transaction(ALL_STORES, 'readwrite');
    try {
      const [result] = await Promise.all([work(transaction), transaction.done]);
      this.hadContent = true;
      return result;
    } catch (error) {
      transaction.done.catch(() => undefined);
      throw error;
    }
  }

  private database(): Promise<HistoryDatabase> {
    // Where the browser has closed it, it is opened again when it is next used.
    this.opened ??= openHistoryDatabase(this.name, (reason) => {
      this.opened = undefined;
      if (reason === 'cleared') void this.reportIfWiped().catch(() => undefined);
    });
    return this.opened;
  }

  /** A browser also closes a database that it can't read for a moment: only an empty one has been wiped. */
  private async reportIfWiped(): Promise<void> {
    const count = await (await this.database()).count('conversations');
    if (count > 0 || !this.hadContent) return;
    this.hadContent = false;
    this.onWiped();
  }
}

/** The jobs of those events whose prompts are known by their names at most. */
function jobsAskedElsewhere(prompts: readonly PromptRecord[], events: readonly EventRecord[]): readonly string[] {
  const asked = new Set(prompts.flatMap(({ id, prompt }) => (prompt === undefined ? [] : id)));
  const jobs = events.flatMap(({ event, jobId }) => {
    const replyTo = event.kind === 'received' && 'replyTo' in event.message ? event.message.replyTo : undefined;
    return jobId === undefined || replyTo === undefined || asked.has(replyTo) ? [] : jobId;
  });
  return [...new Set(jobs)];
}

async function lastPosition(transaction: Writing): Promise<number> {
  const cursor = await transaction.objectStore('messages').openKeyCursor(null, 'prev');
  return cursor?.key ?? 0;
}

async function findConversation(
  transaction: Writing,
  { replyTo, jobId, follows }: MessageOrigin,
): Promise<string | undefined> {
  const prompts = transaction.objectStore('prompts');
  const asked = replyTo === undefined ? undefined : await prompts.get(replyTo);
  if (asked !== undefined) return asked.conversationId;
  const event = jobId === undefined ? undefined : await transaction.objectStore('messages').index('jobId').get(jobId);
  if (event !== undefined || follows === undefined) return event?.conversationId;
  return (await prompts.get(follows))?.conversationId;
}

/** Finds conversations for messages that answer nothing saved here; returns that of each. */
async function adopt(transaction: Writing, origins: readonly MessageOrigin[]): Promise<readonly string[]> {
  const conversations = transaction.objectStore('conversations');
  const { homes, begun, prompts } = adoptMessages(origins, newestOf(await conversations.getAll()));
  const after = await lastPosition(transaction);
  await Promise.all([
    ...begun.map((conversation) => conversations.put(conversation)),
    ...prompts.map((prompt) => transaction.objectStore('prompts').put({ ...prompt, after })),
  ]);
  return homes;
}

/** The prompts stay by their names: what still answers them is known to be unwanted. */
async function eraseContent(transaction: Writing, conversationId: string): Promise<void> {
  const prompts = transaction.objectStore('prompts');
  for await (const cursor of prompts.index('conversationId').iterate(conversationId)) {
    const { id, at, after } = cursor.value;
    await cursor.update({ id, conversationId, at, after });
  }
  for await (const cursor of transaction.objectStore('messages').index('conversationId').iterate(conversationId)) {
    await cursor.delete();
  }
}

import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';

import type { ServerMessage } from '../../../services/index.ts';
import { newId } from '../new-id.ts';
import type { HistoryContent, HistoryStore, NewPrompt } from './history-store.ts';
import { advanced, awaitsErasure, changed, entered, grown, mediaOf, newest, toRecord, withEvent, withPrompt } from './record-rules.ts';
import type {
  ConversationChange,
  ConversationContent,
  ConversationRecord,
  EventRecord,
  KeptMedium,
  LogName,
  LogProgress,
  LogRecord,
  NewEvent,
  PromptChange,
  PromptRecord,
} from './records.ts';

interface Schema extends DBSchema {
  conversations: { key: string; value: ConversationRecord };
  prompts: { key: string; value: PromptRecord; indexes: { conversationId: string } };
  messages: {
    key: number;
    value: EventRecord;
    indexes: { id: string; conversationId: string; jobId: string; mediumAt: number };
  };
  logs: { key: [string, string]; value: LogRecord };
}

type StoreName = 'conversations' | 'prompts' | 'messages' | 'logs';
type Writing = IDBPTransaction<Schema, StoreName[], 'readwrite'>;

const ALL: StoreName[] = ['conversations', 'prompts', 'messages', 'logs'];

/** The history in IndexedDB. */
export class IndexedDbHistoryStore implements HistoryStore {
  private readonly name: string;
  private opened: Promise<IDBPDatabase<Schema>> | undefined;

  /** Nothing is opened before the first use. */
  constructor(name = 'ask-kitten-history') {
    this.name = name;
  }

  async conversations(): Promise<readonly ConversationRecord[]> {
    const all = await (await this.database()).getAll('conversations');
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
    const transaction = (await this.database()).transaction(ALL);
    const [conversations, prompts, events, logs] = await Promise.all([
      transaction.objectStore('conversations').getAll(),
      transaction.objectStore('prompts').getAll(),
      transaction.objectStore('messages').getAll(),
      transaction.objectStore('logs').getAll(),
    ]);
    return { conversations, prompts, events, logs };
  }

  async media(): Promise<readonly KeptMedium[]> {
    const transaction = (await this.database()).transaction(['conversations', 'prompts', 'messages']);
    const [conversations, prompts, events] = await Promise.all([
      transaction.objectStore('conversations').getAll(),
      transaction.objectStore('prompts').getAll(),
      transaction.objectStore('messages').index('mediumAt').getAll(),
    ]);
    return mediaOf({ conversations, prompts, events });
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
      await prompts.put({ ...prompt, ...(known && { conversationId: known.conversationId }), after });
      await putConversation(transaction, known?.conversationId ?? prompt.conversationId, (conversation) =>
        withPrompt(conversation, prompt),
      );
    });
  }

  changePrompt(id: string, change: PromptChange): Promise<void> {
    return this.write(async (transaction) => {
      const prompts = transaction.objectStore('prompts');
      const known = await prompts.get(id);
      if (known !== undefined) await prompts.put({ ...known, ...change });
    });
  }

  claim(message: ServerMessage): Promise<string> {
    return this.write(async (transaction) => {
      const known = await ownerOf(transaction, message);
      if (known !== undefined) return known;
      const { replyTo, ts: at } = message;
      const conversations = transaction.objectStore('conversations');
      const home = newest(await conversations.getAll());
      const conversationId = home?.id ?? newId();
      if (home === undefined) await conversations.put({ id: conversationId, createdAt: at, changedAt: at });
      const after = await lastPosition(transaction);
      if (replyTo !== undefined) await transaction.objectStore('prompts').put({ id: replyTo, conversationId, at, after });
      return conversationId;
    });
  }

  append(events: readonly NewEvent[], progress?: LogProgress): Promise<void> {
    return this.write(async (transaction) => {
      await keepAll(transaction, events);
      if (progress === undefined) return;
      const logs = transaction.objectStore('logs');
      const log = advanced(await logs.get([progress.log.code, progress.log.endpoint]), progress);
      if (log !== null) await logs.put(log);
    });
  }

  enterLog(log: LogName, lastSeq: number): Promise<void> {
    return this.write(async (transaction) => {
      const logs = transaction.objectStore('logs');
      await logs.put(entered(await logs.get([log.code, log.endpoint]), log, lastSeq));
    });
  }

  changeConversation(id: string, change: ConversationChange): Promise<void> {
    return this.write(async (transaction) => {
      const conversations = transaction.objectStore('conversations');
      const known = await conversations.get(id);
      if (known !== undefined) await conversations.put(changed(known, change));
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
    const transaction = (await this.database()).transaction(ALL, 'readwrite');
    try {
      const [result] = await Promise.all([work(transaction), transaction.done]);
      return result;
    } catch (error) {
      transaction.done.catch(() => undefined);
      throw error;
    }
  }

  private database(): Promise<IDBPDatabase<Schema>> {
    this.opened ??= this.open();
    return this.opened;
  }

  private async open(): Promise<IDBPDatabase<Schema>> {
    return openDB<Schema>(this.name, 1, {
      upgrade: (database) => {
        database.createObjectStore('conversations', { keyPath: 'id' });
        database.createObjectStore('prompts', { keyPath: 'id' }).createIndex('conversationId', 'conversationId');
        const messages = database.createObjectStore('messages', { keyPath: 'position', autoIncrement: true });
        messages.createIndex('id', 'id', { unique: true });
        for (const index of ['conversationId', 'jobId', 'mediumAt'] as const) messages.createIndex(index, index);
        database.createObjectStore('logs', { keyPath: ['code', 'endpoint'] });
      },
      // The browser has closed it: it is opened again when it is next used.
      terminated: () => (this.opened = undefined),
    });
  }
}

/** Keeps events, and tells their conversations of them. */
async function keepAll(transaction: Writing, events: readonly NewEvent[]): Promise<void> {
  const conversations = transaction.objectStore('conversations');
  const touched = new Map<string, ConversationRecord>();
  for (const added of events) {
    const { conversationId: id, event } = added;
    const at = event.kind === 'gap' ? event.at : event.message.ts;
    const known = touched.get(id) ?? (await conversations.get(id)) ?? { id, createdAt: at, changedAt: at };
    // What a deleted conversation still waited for is not wanted any more.
    if (known.isErased === true || !(await keep(transaction, added))) continue;
    touched.set(id, withEvent(known, added, Date.now()));
  }
  for (const conversation of touched.values()) await conversations.put(conversation);
}

/** Keeps an event; resolves with whether it is a new one. */
async function keep(transaction: Writing, added: NewEvent): Promise<boolean> {
  const messages = transaction.objectStore('messages');
  const position = await messages.index('id').getKey(added.id);
  if (position === undefined) {
    await messages.add(toRecord(added) as EventRecord);
    return true;
  }
  const known = await messages.get(position);
  const longer = known === undefined ? null : grown(known, added);
  if (longer !== null) await messages.put(longer);
  return false;
}

async function putConversation(
  transaction: Writing,
  id: string,
  next: (known: ConversationRecord | undefined) => ConversationRecord,
): Promise<void> {
  const conversations = transaction.objectStore('conversations');
  await conversations.put(next(await conversations.get(id)));
}

async function lastPosition(transaction: Writing): Promise<number> {
  const cursor = await transaction.objectStore('messages').openKeyCursor(null, 'prev');
  return cursor?.key ?? 0;
}

async function ownerOf(transaction: Writing, { replyTo, jobId }: ServerMessage): Promise<string | undefined> {
  const asked = replyTo === undefined ? undefined : await transaction.objectStore('prompts').get(replyTo);
  if (asked !== undefined) return asked.conversationId;
  const told = jobId === undefined ? undefined : await transaction.objectStore('messages').index('jobId').get(jobId);
  return told?.conversationId;
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

import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';

import type { ConversationRecord, EventRecord, LogRecord, PromptRecord } from './records.ts';

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
/** A transaction that may write anywhere. */
export type Writing = IDBPTransaction<Schema, StoreName[], 'readwrite'>;

/** Everything that the database has. */
export const ALL_STORES: StoreName[] = ['conversations', 'prompts', 'messages', 'logs'];

/** The history's database. */
export type HistoryDatabase = IDBPDatabase<Schema>;

/** Why a database was closed: it may have been cleared, or another page brings a newer one. */
export type Gone = 'cleared' | 'replaced';

/**
 * Opens the database, or makes it. `onGone` is called when it has been closed: by the browser, which may have been told
 * to clear it, or because another page wants to delete or replace it.
 */
export function openHistoryDatabase(name: string, onGone: (reason: Gone) => void): Promise<HistoryDatabase> {
  return openDB<Schema>(name, 1, {
    upgrade: (database) => {
      database.createObjectStore('conversations', { keyPath: 'id' });
      database.createObjectStore('prompts', { keyPath: 'id' }).createIndex('conversationId', 'conversationId');
      const messages = database.createObjectStore('messages', { keyPath: 'position', autoIncrement: true });
      messages.createIndex('id', 'id', { unique: true });
      for (const index of ['conversationId', 'jobId', 'mediumAt'] as const) messages.createIndex(index, index);
      database.createObjectStore('logs', { keyPath: ['code', 'endpoint'] });
    },
    blocking: (_version, next, { target }) => {
      (target as IDBDatabase).close();
      onGone(next === null ? 'cleared' : 'replaced');
    },
    terminated: () => onGone('cleared'),
  });
}

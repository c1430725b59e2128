import { Service } from '@angular/core';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

interface Schema extends DBSchema {
  files: { key: string; value: { readonly file: Blob; readonly at: number } };
}

const NAME = 'ask-kitten-waiting-files';

/** How long a file is stored whose draft nobody opens any more, in milliseconds: thirty days. */
const MAX_AGE_MS = 30 * 24 * 60 * 60 * 1_000;

/**
 * Saves the files of drafts over a reload until the server has them. Nothing rejects: what can't be saved is not there.
 */
@Service()
export class PendingFiles {
  private opened: Promise<IDBPDatabase<Schema>> | undefined;

  /** Saves a file under an id of its own. */
  async save(id: string, file: Blob): Promise<void> {
    await this.run((database) => database.put('files', { file, at: Date.now() }, id));
  }

  /** Resolves with undefined where it was not saved. */
  async read(id: string): Promise<Blob | undefined> {
    return (await this.run((database) => database.get('files', id)))?.file;
  }

  /** The server has it, or nobody wants it any more. */
  async remove(id: string): Promise<void> {
    await this.run((database) => database.delete('files', id));
  }

  private async run<Answer>(
    operation: (database: IDBPDatabase<Schema>) => Promise<Answer>,
  ): Promise<Answer | undefined> {
    try {
      this.opened ??= openDatabase(() => (this.opened = undefined));
      return await operation(await this.opened);
    } catch {
      // Blocked, full, or closed by the browser: the next one tries again.
      this.opened = undefined;
      return undefined;
    }
  }
}

/** `onGone` is called when it has been closed: cleared by the browser, or wanted by another page. */
async function openDatabase(onGone: () => void): Promise<IDBPDatabase<Schema>> {
  const database = await openDB<Schema>(NAME, 1, {
    upgrade: (made) => void made.createObjectStore('files'),
    blocking: (_version, _next, { target }) => {
      (target as IDBDatabase).close();
      onGone();
    },
    terminated: onGone,
  });
  const files = database.transaction('files', 'readwrite').store;
  for await (const cursor of files.iterate()) {
    if (cursor.value.at < Date.now() - MAX_AGE_MS) await cursor.delete();
  }
  return database;
}

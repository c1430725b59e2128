import { randomUUID } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type SQLOutputValue } from 'node:sqlite';

/** What SQLite gives for a row. */
export type Row = Readonly<Record<string, SQLOutputValue>>;

/** A statement that is compiled once and run often. */
export interface Statement {
  all(...values: SQLInputValue[]): Row[];
  get(...values: SQLInputValue[]): Row | undefined;
  run(...values: SQLInputValue[]): { readonly changes: number | bigint };
}

/** How long a write waits for another process that writes, in milliseconds. */
const BUSY_TIMEOUT_MS = 5_000;

/**
 * The schema, one step for each version of it; `user_version` counts the steps that a file has taken.
 * A step that has been released never changes: what comes after is another one.
 */
const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE log (epoch TEXT NOT NULL) STRICT;
  -- Kept for ever: a code must never count from 1 again under the same epoch.
  CREATE TABLE codes (
    id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, last_seq INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE messages (
    code_id INTEGER NOT NULL REFERENCES codes, seq INTEGER NOT NULL, ts INTEGER NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (code_id, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX messages_by_time ON messages (ts);
  -- Which media a message refers to.
  CREATE TABLE media (
    name TEXT NOT NULL, code_id INTEGER NOT NULL, seq INTEGER NOT NULL,
    PRIMARY KEY (name, code_id, seq),
    FOREIGN KEY (code_id, seq) REFERENCES messages ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX media_by_message ON media (code_id, seq);
  CREATE TABLE jobs (
    place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, code_id INTEGER NOT NULL REFERENCES codes,
    prompt_id TEXT NOT NULL, prompt TEXT NOT NULL, ended_at INTEGER,
    UNIQUE (code_id, prompt_id)
  ) STRICT;
  CREATE INDEX open_jobs ON jobs (code_id) WHERE ended_at IS NULL;
  CREATE INDEX ended_jobs ON jobs (ended_at) WHERE ended_at IS NOT NULL;
  CREATE TABLE revoked_codes (place INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE) STRICT;
  `,
  `
  -- What a job's engine has begun on another machine, as JSON; null where nothing is.
  ALTER TABLE jobs ADD COLUMN journal TEXT;
  `,
  `
  -- The time by which the last trim counted age; null before the first.
  ALTER TABLE log ADD COLUMN trimmed_at INTEGER;
  `,
];

/** One SQLite database with the gateway's schema. Every call runs at once, on this thread. */
export class SqliteFile {
  /** Names the data: a new file has a new one. */
  readonly epoch: string;
  readonly #database: DatabaseSync;

  private constructor(database: DatabaseSync) {
    this.#database = database;
    // FULL: a power cut must not take back a message that a client has been sent, for its `seq` would be given again.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    this.#migrate();
    this.epoch = String(this.prepare('SELECT epoch FROM log').get()?.['epoch']);
  }

  /**
   * Opens a file, making it where it is missing, for this user only; `:memory:` is no file.
   * Throws the system's error, SQLite's, or one that says that a newer version wrote the file.
   */
  static open(path: string): SqliteFile {
    if (path !== ':memory:') closeSync(openSync(path, 'a', 0o600));
    const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS });
    try {
      return new SqliteFile(database);
    } catch (error) {
      database.close();
      throw error;
    }
  }

  prepare(sql: string): Statement {
    return this.#database.prepare(sql);
  }

  /** Runs `work` in one transaction, which is rolled back where it throws. Does not nest. */
  transaction<Value>(work: () => Value): Value {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      const value = work();
      this.#database.exec('COMMIT');
      return value;
    } catch (error) {
      // SQLite itself rolls back after some errors, a full disk, say.
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  /** A second call does nothing. */
  close(): void {
    if (this.#database.isOpen) this.#database.close();
  }

  #migrate(): void {
    // Within the transaction, for another process may be about to do the same.
    this.transaction(() => {
      const version = Number(this.prepare('PRAGMA user_version').get()?.['user_version']);
      if (version > MIGRATIONS.length) throw new Error('the data were written by a newer version of the gateway');
      for (const step of MIGRATIONS.slice(version)) this.#database.exec(step);
      this.#database.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
      if (version === 0) this.prepare('INSERT INTO log (epoch) VALUES (?)').run(randomUUID());
    });
  }
}

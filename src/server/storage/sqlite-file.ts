import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, openSync, renameSync, rmSync } from 'node:fs';
import { codeKey } from '../limits/code-key.ts';
import { DiskFullError, isDiskFull } from '../ports/index.ts';
import { DatabaseSync, type SQLInputValue, type SQLOutputValue } from 'node:sqlite';

/** What SQLite gives for a row. */
export type Row = Readonly<Record<string, SQLOutputValue>>;

/** A statement that is compiled once and run often. */
export interface Statement {
  all(...values: SQLInputValue[]): Row[];
  get(...values: SQLInputValue[]): Row | undefined;
  run(...values: SQLInputValue[]): { readonly changes: number | bigint };
}

/** How long opening waits for another process that writes, in milliseconds. */
const OPENING_TIMEOUT_MS = 5_000;
/** Afterwards no write blocks for that: whoever writes tries again, and others are served meanwhile. */
const BUSY_TIMEOUT_MS = 0;

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
  `
  -- Which address an open job came from, so that each has its turn; null once it has ended.
  ALTER TABLE jobs ADD COLUMN address TEXT;
  CREATE INDEX open_jobs_by_address ON jobs (address) WHERE ended_at IS NULL;
  CREATE INDEX open_jobs_by_place ON jobs (place) WHERE ended_at IS NULL;
  `,
  `
  -- User codes are secrets: from here on, the keys of them are stored, which nobody can connect with.
  UPDATE codes SET code = code_key(code);
  UPDATE revoked_codes SET code = code_key(code);
  `,
  `
  -- How large each medium is, and for which address it is stored.
  CREATE TABLE stored_media (name TEXT PRIMARY KEY, address TEXT NOT NULL, bytes INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX stored_media_by_address ON stored_media (address);
  -- How often a job has been begun that did not get beyond its reference images.
  ALTER TABLE jobs ADD COLUMN perilous_runs INTEGER NOT NULL DEFAULT 0;
  `,
  `
  -- What another process has asked of the gateway; what is done is removed.
  CREATE TABLE operator_requests (place INTEGER PRIMARY KEY, action TEXT NOT NULL, subject TEXT NOT NULL) STRICT;
  `,
  `
  -- Whose a medium is, which no message needs to show yet; null where that was not noted.
  ALTER TABLE stored_media ADD COLUMN code TEXT;
  `,
  `
  -- How many jobs each code and address has had accepted, by the days since the Unix epoch; today's alone is of use.
  CREATE TABLE daily_jobs (
    owner TEXT NOT NULL, day INTEGER NOT NULL, jobs INTEGER NOT NULL, PRIMARY KEY (owner, day)
  ) STRICT, WITHOUT ROWID;
  -- Addresses that an operator has blocked; everybody, where no job is taken.
  CREATE TABLE restrictions (subject TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE INDEX begun_jobs ON jobs (place) WHERE ended_at IS NULL AND journal IS NOT NULL;
  `,
  `
  -- How far a job is at most, as people were told.
  ALTER TABLE jobs ADD COLUMN told_percent INTEGER NOT NULL DEFAULT 0;
  `,
  `
  -- From here on a job that has ended keeps its address, which has a share of them.
  CREATE INDEX ended_jobs_by_address ON jobs (address) WHERE ended_at IS NOT NULL;
  `,
];

/** In the file's `application_id`, which is 0 otherwise, from an upgrade until what it replaced is gone from the file. */
const UNSWEPT = 1;

/** There is no room for an upgrade: the data are as they were. */
export class NoRoomForUpgradeError extends DiskFullError {
  /** Of free room that is enough for it. */
  readonly bytes: number;

  constructor(bytes: number) {
    super('there is no room for an upgrade of the data');
    this.bytes = bytes;
  }
}

/** One SQLite database with the gateway's schema. Every call runs at once, on this thread. */
export class SqliteFile {
  readonly #database: DatabaseSync;
  #isOpen = true;

  private constructor(database: DatabaseSync) {
    this.#database = database;
    database.exec(`PRAGMA busy_timeout = ${OPENING_TIMEOUT_MS}`);
  }

  /**
   * Opens a file, making it where it is missing, for this user only; `:memory:` is no file.
   * Throws the system's error, SQLite's, or one that says that a newer version wrote the file.
   */
  static open(path: string): SqliteFile {
    if (path !== ':memory:') closeSync(openSync(path, 'a', 0o600));
    const database = new DatabaseSync(path);
    try {
      const file = new SqliteFile(database);
      // FULL: a power cut must not take back a message that a client has been sent, for its `seq` would be given again.
      database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
      file.#upgrade(path);
      database.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
      return file;
    } catch (error) {
      database.close();
      throw error;
    }
  }

  /**
   * Opens a file of this version to read it where nothing can be written, as on a full disk. Nobody else can use it then: what
   * those who share a file have to write is kept in memory. Throws SQLite's error, or one that says what is no such file.
   */
  static openToRead(path: string): SqliteFile {
    if (!existsSync(path)) throw new Error('there are no data');
    const database = new DatabaseSync(path);
    try {
      const file = new SqliteFile(database);
      // Before anything is read: later the index of the log would be a file, and stay one.
      database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA query_only = ON');
      if (file.#version() !== MIGRATIONS.length) throw new Error('the data were written by another version');
      return file;
    } catch (error) {
      database.close();
      throw error;
    }
  }

  /** Names the data: a new file has a new one. */
  get epoch(): string {
    return String(this.prepare('SELECT epoch FROM log').get()?.['epoch']);
  }

  /** How many messages there have ever been, of all codes. */
  get position(): number {
    return Number(this.prepare('SELECT total(last_seq) AS position FROM codes').get()?.['position']);
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
      this.#rollBack();
      throw error;
    }
  }

  /** Has what `work` deletes leave nothing behind in the free parts of the file. Not within a transaction. */
  erasing(work: () => void): void {
    this.#database.exec('PRAGMA secure_delete = ON');
    try {
      work();
    } finally {
      this.#database.exec('PRAGMA secure_delete = OFF; PRAGMA wal_checkpoint(TRUNCATE)');
    }
  }

  /**
   * Copies all of it as it is at one moment to a file, for this user only; others may go on writing. What has the file's name is
   * whole: a full disk leaves nothing of it behind.
   */
  copyTo(path: string): void {
    const draft = `${path}.partial-${randomUUID()}`;
    try {
      closeSync(openSync(draft, 'wx', 0o600));
      this.prepare('VACUUM INTO ?').run(draft);
      renameSync(draft, path);
    } catch (error) {
      for (const left of [draft, `${draft}-journal`]) rmSync(left, { force: true });
      throw error;
    }
  }

  /** Writes what is there already; throws SQLite's error where nothing can be written. */
  probe(): void {
    this.transaction(() => this.prepare('UPDATE log SET epoch = epoch').run());
  }

  /** Bytes of the file, without what is free in it. */
  get bytes(): number {
    return (this.#pragma('page_count') - this.#pragma('freelist_count')) * this.#pragma('page_size');
  }

  /** A second call does nothing. */
  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#database.close();
  }

  #rollBack(): void {
    try {
      this.#database.exec('ROLLBACK');
    } catch {
      // SQLite itself has rolled back, as after some errors, a full disk, say. Node 22.13 can't be asked whether.
    }
  }

  /** Brings what an earlier version wrote to the newest schema; what it wrote is kept beside the file, so that one can go back to it. */
  #upgrade(path: string): void {
    const version = this.#version();
    const copy = `${path}.v${version}`;
    const isUpgrade = path !== ':memory:' && version > 0 && version < MIGRATIONS.length;
    try {
      if (isUpgrade && !existsSync(copy)) this.copyTo(copy);
      this.#migrate();
    } catch (error) {
      throw isUpgrade && isDiskFull(error) ? new NoRoomForUpgradeError(2 * this.bytes) : error;
    }
    this.#sweep();
  }

  #migrate(): void {
    this.#database.function('code_key', { deterministic: true }, (code) => codeKey(String(code)));
    // Within the transaction, for another process may be about to do the same.
    this.transaction(() => {
      const version = this.#version();
      if (version > MIGRATIONS.length) throw new Error('the data were written by a newer version of the gateway');
      for (const step of MIGRATIONS.slice(version)) this.#database.exec(step);
      this.#database.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
      if (version === 0) this.prepare('INSERT INTO log (epoch) VALUES (?)').run(randomUUID());
      else if (version < MIGRATIONS.length) this.#database.exec(`PRAGMA application_id = ${UNSWEPT}`);
    });
  }

  /** What a step has replaced, user codes among it, is still in the free parts of the file: it is written anew without them. */
  #sweep(): void {
    if (this.#pragma('application_id') !== UNSWEPT) return;
    // First into the file: on a disk that the rest fills, the log could be neither written into it nor cut off.
    this.#database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    try {
      this.#database.exec('VACUUM; PRAGMA application_id = 0');
    } catch {
      // There may be no room for that, while there is for the gateway; the next start tries again.
    }
    this.#database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  #version(): number {
    return this.#pragma('user_version');
  }

  #pragma(name: string): number {
    return Number(Object.values(this.prepare(`PRAGMA ${name}`).get() ?? {})[0]);
  }
}

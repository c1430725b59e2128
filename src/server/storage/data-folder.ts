import { join } from 'node:path';
import type { Storage } from '../ports/index.ts';
import { lockFolder } from './folder-lock.ts';
import { MediaFolder } from './media-folder.ts';
import { type Retention, SqliteEventLog } from './sqlite-event-log.ts';
import { SqliteFile } from './sqlite-file.ts';
import { SqliteJobQueue, type SqliteJobQueueOptions } from './sqlite-job-queue.ts';
import { JobTable } from './sqlite-job-table.ts';
import { SqliteRevocations } from './sqlite-revocations.ts';
import { TrimClock } from './trim-clock.ts';

export interface DataFolderOptions extends Pick<SqliteJobQueueOptions, 'concurrency' | 'maxJobsPerCode'> {
  /** Default: 1,000 messages of each code, for 30 days. */
  readonly retention?: Retention;
  /** How long a medium that no message mentions stays, in milliseconds. Default: a day, for its prompt may yet come. */
  readonly unusedMediaAgeMs?: number;
  /** How often to look for codes that have been revoked, in milliseconds. Default 1,000. */
  readonly revocationIntervalMs?: number;
  /** Called with what went wrong while nobody awaited it. Default: a warning of the process. */
  readonly onFault?: (error: unknown) => void;
}

const TRIM_INTERVAL_MS = 60 * 60 * 1_000;
const UNUSED_MEDIA_AGE_MS = 24 * 60 * 60 * 1_000;
const DEFAULT_RETENTION: Retention = { messagesPerCode: 1_000, maxAgeMs: 30 * 24 * 60 * 60 * 1_000 };

/** Where the messages, jobs and revoked codes of a data folder are. */
export function databasePath(folder: string): string {
  return join(folder, 'kitten.sqlite');
}

/** Everything that a gateway stores, in one folder of this machine: a database, and the media beside it. */
export class DataFolder implements Storage {
  readonly log: SqliteEventLog;
  readonly queue: SqliteJobQueue;
  readonly media: MediaFolder;
  readonly revocations: SqliteRevocations;
  readonly #table: JobTable;
  readonly #trimClock: TrimClock;
  readonly #retention: Retention;
  readonly #unusedMediaAgeMs: number;
  readonly #onFault: (error: unknown) => void;
  readonly #timer: NodeJS.Timeout;
  readonly #resources: readonly { close(): void }[];
  /** Settles once no medium is being removed; opening and closing the folder wait for it. */
  #removing: Promise<unknown> = Promise.resolve();

  private constructor(media: MediaFolder, file: SqliteFile, lock: { close(): void }, options: DataFolderOptions) {
    this.#onFault = options.onFault ?? ((error) => process.emitWarning(String(error)));
    this.#retention = options.retention ?? DEFAULT_RETENTION;
    this.#unusedMediaAgeMs = options.unusedMediaAgeMs ?? UNUSED_MEDIA_AGE_MS;
    this.media = media;
    this.log = new SqliteEventLog(file, {
      retention: this.#retention,
      onUnusedMedia: (names) => {
        this.#removing = Promise.all([this.#removing, this.#remove(names)]);
      },
    });
    this.#table = new JobTable(file);
    this.#trimClock = new TrimClock(file);
    this.queue = new SqliteJobQueue(this.log, this.#table, { ...options, onHandlerFault: this.#onFault });
    this.revocations = new SqliteRevocations(file, {
      intervalMs: options.revocationIntervalMs ?? 1_000,
      onFault: this.#onFault,
    });
    this.#timer = setInterval(() => void this.#trim(), TRIM_INTERVAL_MS).unref();
    this.#resources = [this.revocations, file, lock];
  }

  /**
   * Opens a folder, making it where it is missing; trims what is too old, media that nothing refers to among it.
   * Rejects with a `FolderTakenError` where another gateway uses it, and with the system's or SQLite's error.
   */
  static async open(folder: string, options: DataFolderOptions = {}): Promise<DataFolder> {
    const media = await MediaFolder.open(join(folder, 'media'));
    const lock = lockFolder(folder);
    try {
      const data = new DataFolder(media, SqliteFile.open(databasePath(folder)), lock, options);
      await data.#trim();
      return data;
    } catch (error) {
      lock.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.queue.close();
    await this.#removing;
    await this.log.close();
    await this.media.close();
    for (const resource of this.#resources) resource.close();
  }

  async #trim(): Promise<void> {
    try {
      const now = this.#trimClock.advance();
      this.log.trimOld(now);
      this.#table.trimEnded(now - this.#retention.maxAgeMs);
      const old = await this.media.list(now - this.#unusedMediaAgeMs);
      const used = this.log.usedMedia();
      await Promise.all([this.#removing, this.#remove(old.filter((name) => !used.has(name)))]);
    } catch (error) {
      this.#onFault(error);
    }
  }

  async #remove(names: readonly string[]): Promise<void> {
    try {
      await Promise.all(names.map((name) => this.media.remove(name)));
    } catch (error) {
      this.#onFault(error);
    }
  }
}

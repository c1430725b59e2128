import { rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { MemoryJoinCodes } from '../joining/memory-join-codes.ts';
import { MediaFolder } from '../media-stores/media-folder.ts';
import { DiskFullError, type JobQueue, type MediaStore, type Storage, type StorageCheck } from '../ports/index.ts';
import { databasePath, type DataFolderOptions, mediaPath } from './data-folder.ts';
import { DiskBudget, type DiskLimits } from './disk-budget.ts';
import { faultOf } from './fault-of.ts';
import { lockFolder } from './folder-lock.ts';
import { SqliteRestrictions } from './restrictions.ts';
import { SqliteEventLog } from './sqlite-event-log.ts';
import { SqliteFile } from './sqlite-file.ts';
import { SqliteMediaLedger } from './sqlite-media-ledger.ts';
import { JobTable } from './sqlite-job-table.ts';
import { SqliteRevocations } from './sqlite-revocations.ts';

/** More than a start writes. */
const ROOM_BYTES = 2 ** 20;
/** Nothing else is full: whatever is to be stored finds that there is no room on the disk. */
const FULL_DISK: DiskLimits = {
  totalBytes: Infinity,
  addressBytes: Infinity,
  messages: Infinity,
  freeBytes: Infinity,
};
const READ_ONLY = 'read-only until there is room on the disk';

/**
 * What a data folder has, to be read while its disk is full. Nothing runs, and nothing is trimmed: jobs that are open stay so
 * until a {@link DataFolder} can be opened.
 */
export class ReadOnlyFolder implements Storage {
  readonly log: SqliteEventLog;
  readonly queue: JobQueue;
  readonly media: MediaStore;
  readonly budget: DiskBudget;
  readonly revocations: SqliteRevocations;
  readonly restrictions: SqliteRestrictions;
  readonly joinCodes = new MemoryJoinCodes();
  readonly #folder: string;
  readonly #ledger: SqliteMediaLedger;
  readonly #resources: readonly { close(): void }[];

  private constructor(folder: string, { media, file, lock }: ReadParts, options: DataFolderOptions) {
    this.#folder = folder;
    this.media = media;
    this.log = new SqliteEventLog(file);
    this.queue = closedQueue(new JobTable(file));
    const ledger = new SqliteMediaLedger(file);
    this.#ledger = ledger;
    this.budget = new DiskBudget(folder, FULL_DISK, {
      totalBytes: () => ledger.totalBytes + file.bytes,
      addressBytes: (address) => ledger.bytesOf(address),
      messages: () => this.log.messageCount,
      openJobs: () => ({ ofAddress: 0, total: 0 }),
    });
    this.revocations = new SqliteRevocations(file, {
      intervalMs: options.revocationIntervalMs ?? 1_000,
      onFault: options.onFault ?? ((error) => process.emitWarning(String(error))),
    });
    this.restrictions = new SqliteRestrictions(file);
    this.#resources = [this.revocations, file, lock];
  }

  /**
   * Opens a folder that has data of this version, writing nothing. Rejects with a `FolderTakenError` where another gateway
   * uses it, and with the system's or SQLite's error.
   */
  static async open(path: string, options: DataFolderOptions = {}): Promise<ReadOnlyFolder> {
    const folder = resolve(path);
    const media = options.mediaStore ?? (await MediaFolder.open(mediaPath(folder)));
    const lock = lockFolder(folder);
    try {
      return new ReadOnlyFolder(folder, { media, file: SqliteFile.openToRead(databasePath(folder)), lock }, options);
    } catch (error) {
      lock.close();
      throw error;
    }
  }

  /** Whether what a start writes would find room now. */
  async hasRoom(): Promise<boolean> {
    const path = join(this.#folder, '.room');
    const write = writeFile(path, Buffer.alloc(ROOM_BYTES), { flush: true });
    const fault = await faultOf(() => write);
    await rm(path, { force: true });
    return fault === undefined;
  }

  ownersOf(name: string): Promise<readonly string[]> {
    return Promise.resolve(this.#ledger.ownersOf(name));
  }

  async check(): Promise<StorageCheck> {
    return { disk: await faultOf(() => this.media.probe()), database: READ_ONLY };
  }

  usage(): ReturnType<DiskBudget['usage']> {
    return this.budget.usage();
  }

  async close(): Promise<void> {
    await this.log.close();
    await this.media.close();
    for (const resource of this.#resources) resource.close();
  }
}

/** What is read. */
interface ReadParts {
  readonly media: MediaStore;
  readonly file: SqliteFile;
  readonly lock: { close(): void };
}

/** Takes nothing, and runs nothing; it knows what was taken. */
function closedQueue(table: JobTable): JobQueue {
  return {
    start: () => undefined,
    add: () => Promise.reject(new DiskFullError('no job can be stored')),
    find: (code, promptId) => Promise.resolve(table.find(code, promptId)),
    cancel: () => Promise.reject(new DiskFullError('no end of a job can be stored')),
    tally: () => Promise.resolve([]),
    close: () => Promise.resolve(),
  };
}

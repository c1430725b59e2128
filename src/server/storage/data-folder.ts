import { randomUUID } from 'node:crypto';
import { chmod, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { MemoryJoinCodes } from '../joining/memory-join-codes.ts';
import { CountedMedia } from '../media-stores/counted-media.ts';
import { MediaFolder } from '../media-stores/media-folder.ts';
import { DEFAULT_RETENTION } from '../messages/retention.ts';
import type { MediaStore, Retention, Storage, StorageCheck, StorageUsage } from '../ports/index.ts';
import { DISK_LIMITS, DiskBudget, type DiskLimits } from './disk-budget.ts';
import { lockFolder } from './folder-lock.ts';
import { faultOf } from './fault-of.ts';
import { operatorActions } from './operator-actions.ts';
import { OperatorRequests } from './operator-requests.ts';
import { SqliteEventLog } from './sqlite-event-log.ts';
import { SqliteFile } from './sqlite-file.ts';
import { SqliteJobQueue, type SqliteJobQueueOptions } from './sqlite-job-queue.ts';
import { JobTable } from './sqlite-job-table.ts';
import { SqliteRequests } from './sqlite-requests.ts';
import { SqliteRestrictions } from './restrictions.ts';
import { SqliteMediaLedger } from './sqlite-media-ledger.ts';
import { SqliteRevocations } from './sqlite-revocations.ts';
import { isBehind, ToldPosition } from './told-position.ts';
import { TrimClock } from './trim-clock.ts';
import { retryWhileBusy } from './retry-while-busy.ts';

export interface DataFolderOptions extends Pick<SqliteJobQueueOptions, 'concurrency' | 'jobLimits' | 'dailyLimits'> {
  /** Default: 1,000 messages of each code, for 30 days. */
  readonly retention?: Retention;
  /** Where media are, closed with the rest. Default: {@link mediaPath}. */
  readonly mediaStore?: MediaStore | undefined;
  /** How much may be stored. Default {@link DISK_LIMITS}. */
  readonly diskLimits?: Partial<DiskLimits>;
  /** How long a medium that no message mentions stays, in milliseconds. Default: a day, for its prompt may yet come. */
  readonly unusedMediaAgeMs?: number;
  /** How often to look for codes that have been revoked, and for what an operator asks, in milliseconds. Default 1,000. */
  readonly revocationIntervalMs?: number;
  /** Called with what went wrong while nobody awaited it. Default: a warning of the process. */
  readonly onFault?: (error: unknown) => void;
}

/** For this user only. */
const OWN = 0o700;
const TRIM_INTERVAL_MS = 60 * 60 * 1_000;
const UNUSED_MEDIA_AGE_MS = 24 * 60 * 60 * 1_000;
/** How long a check of the database waits for another program that writes, in milliseconds. */
const PROBE_DELAYS_MS: readonly number[] = [10, 20, 50];

/** Where the messages, jobs and revoked codes of a data folder are. */
export function databasePath(folder: string): string {
  return join(folder, 'kitten.sqlite');
}

/** Where the media of a data folder are. */
export function mediaPath(folder: string): string {
  return join(folder, 'media');
}

/** `kitten.sqlite.v3`: the database as it was before an upgrade from version 3; or what a crash has left of such a copy. */
const OLD_VERSION = /^kitten\.sqlite\.v\d+(?:\.partial-[\da-f-]+(?:journal)?)?$/;

/** How long the database of before an upgrade stays: by then one goes back to a backup. It may have user codes in clear. */
const OLD_VERSION_AGE_MS = 7 * 24 * 60 * 60 * 1_000;

/** Everything that a gateway stores, in one folder of this machine: a database, and the media beside it or elsewhere. */
export class DataFolder implements Storage {
  /** Absolute. */
  readonly folder: string;
  readonly log: SqliteEventLog;
  readonly queue: SqliteJobQueue;
  readonly media: CountedMedia;
  readonly budget: DiskBudget;
  readonly revocations: SqliteRevocations;
  readonly restrictions: SqliteRestrictions;
  readonly joinCodes = new MemoryJoinCodes();
  readonly #file: SqliteFile;
  readonly #ledger: SqliteMediaLedger;
  readonly #table: JobTable;
  readonly #trimClock: TrimClock;
  readonly #position: ToldPosition;
  readonly #retention: Retention;
  readonly #unusedMediaAgeMs: number;
  readonly #onFault: (error: unknown) => void;
  readonly #timer: NodeJS.Timeout;
  /** Settles when nothing is being trimmed. */
  #trimming: Promise<void> | undefined;
  readonly #requests: OperatorRequests;
  readonly #resources: readonly { close(): void }[];
  /** Settles once no medium is being removed; opening and closing the folder wait for it. */
  #removing: Promise<unknown> = Promise.resolve();

  private constructor(folder: string, { media, file, lock }: OpenedParts, options: DataFolderOptions) {
    this.#onFault = options.onFault ?? ((error) => process.emitWarning(String(error)));
    this.#retention = options.retention ?? DEFAULT_RETENTION;
    this.#unusedMediaAgeMs = options.unusedMediaAgeMs ?? UNUSED_MEDIA_AGE_MS;
    this.folder = folder;
    this.#file = file;
    const ledger = new SqliteMediaLedger(file);
    this.#ledger = ledger;
    this.media = new CountedMedia(media, ledger);
    this.log = new SqliteEventLog(file, {
      retention: this.#retention,
      onUnusedMedia: (names) => {
        this.#removing = Promise.all([this.#removing, this.#remove(names)]);
      },
    });
    const table = new JobTable(file);
    this.#table = table;
    this.budget = new DiskBudget(
      folder,
      { ...DISK_LIMITS, ...options.diskLimits },
      {
        totalBytes: () => ledger.totalBytes + file.bytes,
        addressBytes: (address) => ledger.bytesOf(address),
        messages: () => this.log.messageCount,
        openJobs: (address) => ({ ofAddress: table.countOpenOfAddress(address), total: table.countAllOpen() }),
      },
    );
    this.#trimClock = new TrimClock(file);
    this.#position = new ToldPosition(folder, this.log);
    this.queue = new SqliteJobQueue(this.log, table, { ...options, onHandlerFault: this.#onFault });
    this.revocations = new SqliteRevocations(file, {
      intervalMs: options.revocationIntervalMs ?? 1_000,
      onFault: this.#onFault,
    });
    this.restrictions = new SqliteRestrictions(file);
    const { log, queue, restrictions } = this;
    this.#requests = new OperatorRequests(new SqliteRequests(file), {
      actions: operatorActions({
        queue,
        jobs: table,
        restrictions,
        erase: (code) =>
          retryWhileBusy(() =>
            file.erasing(() => {
              table.removeEnded(code);
              log.trimAll(code);
            }),
          ),
      }),
      intervalMs: options.revocationIntervalMs ?? 1_000,
      onFault: this.#onFault,
    });
    this.#timer = setInterval(() => void (this.#trimming = this.#trim()), TRIM_INTERVAL_MS).unref();
    this.#resources = [this.revocations, file, lock];
  }

  /**
   * Opens a folder, making it where it is missing; trims what is too old, media that nothing refers to among it.
   * Rejects with a `FolderTakenError` where another gateway uses it, and with the system's or SQLite's error.
   */
  static async open(path: string, options: DataFolderOptions = {}): Promise<DataFolder> {
    const folder = resolve(path);
    await mkdir(folder, { recursive: true, mode: OWN });
    const media = options.mediaStore ?? (await openOwnMedia(folder));
    const lock = lockFolder(folder);
    try {
      const file = await openOwnFile(folder, media);
      await beginEpochIfBehind(folder, file);
      const data = new DataFolder(folder, { media, file, lock }, options);
      await data.#position.note();
      await data.media.audit();
      await data.#trim();
      return data;
    } catch (error) {
      lock.close();
      throw error;
    }
  }

  ownersOf(name: string): Promise<readonly string[]> {
    return Promise.resolve(this.#ledger.ownersOf(name));
  }

  async check(): Promise<StorageCheck> {
    return {
      disk: await faultOf(() => this.media.probe()),
      // Who writes for a moment is no fault; who asks whether it is there is not kept waiting either.
      database: await faultOf(() => retryWhileBusy(() => this.#file.probe(), PROBE_DELAYS_MS)),
    };
  }

  usage(): Promise<StorageUsage> {
    return this.budget.usage();
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#trimming;
    await this.#countUptime();
    await this.#requests.close();
    await this.queue.close();
    await this.#removing;
    await this.#position.close();
    await this.log.close();
    await this.media.close();
    for (const resource of this.#resources) resource.close();
  }

  async #trim(): Promise<void> {
    try {
      const now = await retryWhileBusy(() => this.#trimClock.advance());
      await this.log.trimOld(now);
      await this.#table.trimEnded(now - this.#retention.maxAgeMs);
      const unused = await this.media.listUnused(now - this.#unusedMediaAgeMs, () =>
        Promise.resolve(this.log.usedMedia()),
      );
      await Promise.all([this.#removing, this.#remove(unused)]);
      await removeOldVersions(this.folder, now - OLD_VERSION_AGE_MS);
    } catch (error) {
      this.#onFault(error);
    }
  }

  /** Of a machine that never runs for an hour at a time, too, things become old. */
  async #countUptime(): Promise<void> {
    try {
      await retryWhileBusy(() => this.#trimClock.advance());
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

/** What a data folder is made of. */
interface OpenedParts {
  readonly media: MediaStore;
  readonly file: SqliteFile;
  readonly lock: { close(): void };
}

/** The media beside the database. Folders of earlier versions were open to others on this machine, who might list names. */
async function openOwnMedia(folder: string): Promise<MediaFolder> {
  const media = await MediaFolder.open(mediaPath(folder));
  await chmod(media.folder, OWN);
  await media.probe();
  return media;
}

/**
 * The database. What can't be written is found now, not by the first prompt; and one that was cut to nothing is not taken for a
 * new one, which would let every medium go that the old one knew.
 */
async function openOwnFile(folder: string, media: MediaStore): Promise<SqliteFile> {
  const path = databasePath(folder);
  const known = await stat(path).catch(() => undefined);
  if (known?.size === 0 && (await media.list()).length > 0)
    throw new Error(`${path} is empty, but there are media: put a copy in its place, or remove it to begin anew.`);
  const file = SqliteFile.open(path);
  try {
    await retryWhileBusy(() => file.probe());
    return file;
  } catch (error) {
    file.close();
    throw error;
  }
}

/** Where an older database was put in the place of this folder's, clients have to notice that what came after it is gone. */
async function beginEpochIfBehind(folder: string, file: SqliteFile): Promise<void> {
  if (!(await isBehind(folder, file))) return;
  await retryWhileBusy(() => void file.prepare('UPDATE log SET epoch = ?').run(randomUUID()));
}

/**
 * Removes from a data folder the databases of before upgrades that were copied before a time, in milliseconds since the Unix
 * epoch. Rejects with the system's error.
 */
async function removeOldVersions(folder: string, before: number): Promise<void> {
  for (const name of (await readdir(folder)).filter((each) => OLD_VERSION.test(each))) {
    const path = join(folder, name);
    if ((await stat(path)).mtimeMs < before) await rm(path);
  }
}

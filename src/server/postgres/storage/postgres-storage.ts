import { setTimeout as delay } from 'node:timers/promises';
import { CountedMedia } from '../../media-stores/counted-media.ts';
import type { Bus, MediaStore, Retention, Storage, StorageCheck, StorageUsage } from '../../ports/index.ts';
import { DISK_LIMITS, DiskBudget, type DiskLimits } from '../../storage/disk-budget.ts';
import { faultOf } from '../../storage/fault-of.ts';
import { operatorActions } from '../../storage/operator-actions.ts';
import { OperatorRequests } from '../../storage/operator-requests.ts';
import { PostgresBus } from '../bus/postgres-bus.ts';
import { Database } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import { JobRecords } from '../jobs/job-records.ts';
import { PostgresJobQueue, type PostgresJobQueueOptions } from '../jobs/postgres-job-queue.ts';
import { PostgresJoinCodes } from '../joining/postgres-join-codes.ts';
import { PostgresEventLog } from '../log/postgres-event-log.ts';
import { refuseUnfinishedMove } from '../move/unfinished-move.ts';
import { PostgresMediaLedger } from '../media/postgres-media-ledger.ts';
import { PostgresRestrictions } from '../operators/postgres-restrictions.ts';
import { PostgresRevocations } from '../operators/postgres-revocations.ts';
import { RequestTable } from '../operators/request-table.ts';
import type { Migration } from '../schema/migration.ts';
import { PostgresSharedRates } from './postgres-shared-rates.ts';
import { StoredTotals } from './stored-totals.ts';
import { eraseCode } from './erase-code.ts';
import { Trimmer } from './trimmer.ts';

const QUEUE_OPTIONS = ['isWorker', 'leaseMs', 'concurrency', 'jobLimits', 'dailyLimits'] as const;

export interface PostgresStorageOptions extends Pick<PostgresJobQueueOptions, (typeof QUEUE_OPTIONS)[number]> {
  /** Default: everything is stored for ever. */
  readonly retention?: Retention;
  /** Where media are, which all processes share; closed with the rest. */
  readonly mediaStore: MediaStore;
  /** A folder of the disk whose free space is looked at: that of the media, where they are in a folder. */
  readonly folder: string;
  /** How much may be stored. Default {@link DISK_LIMITS}. */
  readonly diskLimits?: Partial<DiskLimits>;
  /** How long a medium that no message mentions stays, in milliseconds. Default: a day, for its prompt may yet come. */
  readonly unusedMediaAgeMs?: number;
  /** How often to look for what the bus has not told of, in milliseconds. Default 1,500. */
  readonly intervalMs?: number;
  /** The steps of the schema. Default: those of this version; a spec has another one's. */
  readonly migrations?: readonly Migration[];
  /** Called with what went wrong while nobody awaited it. Default: a warning of the process. */
  readonly onFault?: (error: unknown) => void;
}

/** What a storage is made of, besides its options. */
interface OpenedParts {
  readonly database: Database;
  readonly bus: Bus;
  readonly log: PostgresEventLog;
  readonly media: CountedMedia;
  readonly ledger: PostgresMediaLedger;
  readonly revocations: PostgresRevocations;
  readonly restrictions: PostgresRestrictions;
  readonly onFault: (error: unknown) => void;
}

const MEDIA_ELSEWHERE =
  'Nothing of what the database knows of media is there: MEDIA_URL or DATA_DIR names another place than on the other machines.';
const INTERVAL_MS = 1_500;
/** Operators wait for what they ask. */
const REQUEST_INTERVAL_MS = 1_000;
const UNUSED_MEDIA_AGE_MS = 24 * 60 * 60 * 1_000;
/** How long a database may take to answer before it counts as not there, in milliseconds. */
const CHECK_LIMIT_MS = 3_000;

/** Everything that gateways and workers store together: a database of PostgreSQL's, and media that all of them reach. */
export class PostgresStorage implements Storage {
  readonly log: PostgresEventLog;
  readonly queue: PostgresJobQueue;
  readonly media: CountedMedia;
  readonly budget: DiskBudget;
  readonly revocations: PostgresRevocations;
  readonly restrictions: PostgresRestrictions;
  readonly joinCodes: PostgresJoinCodes;
  readonly sharedRates: PostgresSharedRates;
  /** Between the processes of the database. */
  readonly bus: Bus;
  /** By which tools and the start of a gateway reach what no port has. */
  readonly database: Database;
  readonly #ledger: PostgresMediaLedger;
  readonly #trimmer: Trimmer;
  readonly #requests: OperatorRequests;

  private constructor(parts: OpenedParts, options: PostgresStorageOptions) {
    const { database, bus, log, media, ledger, revocations, restrictions, onFault } = parts;
    this.database = database;
    this.bus = bus;
    this.log = log;
    this.media = media;
    this.#ledger = ledger;
    this.revocations = revocations;
    this.restrictions = restrictions;
    this.joinCodes = new PostgresJoinCodes(database, log.epoch);
    this.sharedRates = new PostgresSharedRates(database);
    this.queue = new PostgresJobQueue({ database, log, bus }, { ...queueOptions(options), onHandlerFault: onFault });
    const [totals, jobs] = [new StoredTotals(database), new JobRecords(database)];
    this.budget = new DiskBudget(
      options.folder,
      { ...DISK_LIMITS, ...options.diskLimits },
      {
        totalBytes: async () => (await totals.read()).bytes,
        addressBytes: (address) => ledger.bytesOf(address),
        messages: async () => (await totals.read()).messages,
        openJobs: (address) => jobs.countOpen(address),
      },
    );
    this.#trimmer = new Trimmer(
      { database, log, jobs, media },
      {
        retention: options.retention,
        unusedMediaAgeMs: options.unusedMediaAgeMs ?? UNUSED_MEDIA_AGE_MS,
        onFault,
      },
    );
    this.#requests = new OperatorRequests(new RequestTable(database), {
      actions: operatorActions({
        queue: this.queue,
        jobs,
        restrictions,
        erase: (code) => eraseCode(database, log, code),
      }),
      intervalMs: REQUEST_INTERVAL_MS,
      onFault,
    });
  }

  /**
   * Opens a database, bringing it to the schema of this version; one process trims what is too old. Rejects with the driver's
   * error, a `NewerSchemaError` or an `UnfinishedMoveError`.
   */
  static async open(url: string, options: PostgresStorageOptions): Promise<PostgresStorage> {
    const { onFault = (error: unknown) => process.emitWarning(String(error)), intervalMs = INTERVAL_MS } = options;
    const database = await Database.open(url, { onFault });
    let bus: PostgresBus | undefined;
    try {
      await migrate(database, options.migrations);
      await refuseUnfinishedMove(database);
      bus = await PostgresBus.open(database, { onFault });
      const ledger = new PostgresMediaLedger(database);
      const media = new CountedMedia(options.mediaStore, ledger);
      const watching = { intervalMs, onFault };
      const storage: PostgresStorage = new PostgresStorage(
        {
          ...{ database, bus, ledger, media, onFault },
          log: await PostgresEventLog.open(database, bus, {
            ...watching,
            ...(options.retention && { retention: options.retention }),
            onUnusedMedia: (names) => storage.#trimmer.remove(names),
          }),
          revocations: await PostgresRevocations.open(database, bus, watching),
          restrictions: await PostgresRestrictions.open(database, bus, watching),
        },
        options,
      );
      if ((await media.audit()).isElsewhere) onFault(new Error(MEDIA_ELSEWHERE));
      await storage.#trimmer.trim();
      return storage;
    } catch (error) {
      await bus?.close();
      await database.close();
      throw error;
    }
  }

  ownersOf(name: string): Promise<readonly string[]> {
    return this.#ledger.ownersOf(name);
  }

  async check(): Promise<StorageCheck> {
    const [disk, database] = await Promise.all([
      faultOf(() => this.media.probe()),
      faultOf(() => withinLimit(this.database.query('UPDATE log SET epoch = epoch'))),
    ]);
    return { disk, database };
  }

  usage(): Promise<StorageUsage> {
    return this.budget.usage();
  }

  async close(): Promise<void> {
    await this.#requests.close();
    await this.queue.close();
    await this.#trimmer.close();
    await this.log.close();
    await this.revocations.close();
    await this.restrictions.close();
    await this.bus.close();
    await this.media.close();
    await this.database.close();
  }
}

/** Those alone: who opens a storage gives it all settings of a process, and some of them mean something else by the same name. */
function queueOptions(options: PostgresStorageOptions): PostgresJobQueueOptions {
  return Object.fromEntries(QUEUE_OPTIONS.flatMap((name) => (name in options ? [[name, options[name]]] : [])));
}

async function withinLimit(work: Promise<unknown>): Promise<void> {
  const timer = new AbortController();
  const limit = delay(CHECK_LIMIT_MS, undefined, { signal: timer.signal, ref: false }).then(
    () => Promise.reject(new Error('PostgreSQL does not answer')),
    () => undefined,
  );
  await Promise.race([work, limit]).finally(() => timer.abort());
}

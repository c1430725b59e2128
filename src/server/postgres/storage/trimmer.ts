import type { CountedMedia } from '../../media-stores/counted-media.ts';
import type { Retention } from '../../ports/index.ts';
import type { Queryable } from '../database/transaction.ts';
import type { JobRecords } from '../jobs/job-records.ts';
import type { PostgresEventLog } from '../log/postgres-event-log.ts';
import { takeTrimTurn } from './trim-turn.ts';

/** What is trimmed. */
export interface TrimmedParts {
  readonly database: Queryable;
  readonly log: PostgresEventLog;
  readonly jobs: JobRecords;
  readonly media: Pick<CountedMedia, 'listUnused' | 'remove'>;
}

export interface TrimmerOptions {
  /** Default: messages and ended jobs stay for ever. */
  readonly retention: Retention | undefined;
  /** How long a medium that no message mentions stays, in milliseconds. */
  readonly unusedMediaAgeMs: number;
  /** Called with why something could not be trimmed; the next turn tries again. */
  readonly onFault: (error: unknown) => void;
}

/** How often to ask for the turn, and how long it is before another process may have it, in milliseconds. */
const ASK_INTERVAL_MS = 10 * 60 * 1_000;
const TURN_INTERVAL_MS = 60 * 60 * 1_000;

/** Trims what has become too old, once an hour for all processes of a database, and what nothing refers to any more. */
export class Trimmer {
  readonly #parts: TrimmedParts;
  readonly #options: TrimmerOptions;
  readonly #timer: NodeJS.Timeout;
  /** Settles once nothing is being trimmed. */
  #trimming: Promise<void> | undefined;
  /** Settles once nothing is being removed. */
  #removing: Promise<unknown> = Promise.resolve();

  /** Asks for its turn from time to time until `close()`. */
  constructor(parts: TrimmedParts, options: TrimmerOptions) {
    this.#parts = parts;
    this.#options = options;
    this.#timer = setInterval(() => void this.trim(), ASK_INTERVAL_MS).unref();
  }

  /** Trims, where it is this process's turn. Never rejects. */
  trim(): Promise<void> {
    return (this.#trimming ??= this.#trimInTurn().finally(() => (this.#trimming = undefined)));
  }

  /** Waits for what is being trimmed and removed. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#trimming;
    await this.#removing;
  }

  async #trimInTurn(): Promise<void> {
    const { database, log, jobs, media } = this.#parts;
    const { retention, unusedMediaAgeMs } = this.#options;
    try {
      const now = await takeTrimTurn(database, TURN_INTERVAL_MS);
      if (now === undefined) return;
      await log.trimOld(now);
      if (retention !== undefined && retention.maxAgeMs < Infinity) await jobs.trimEnded(now - retention.maxAgeMs);
      this.remove(await media.listUnused(now - unusedMediaAgeMs, () => log.usedMedia()));
      await this.#removing;
    } catch (error) {
      this.#options.onFault(error);
    }
  }

  /** Removes media in the background. */
  remove(names: readonly string[]): void {
    this.#removing = Promise.all([this.#removing, ...names.map((name) => this.#remove(name))]);
  }

  async #remove(name: string): Promise<void> {
    try {
      await this.#parts.media.remove(name);
    } catch (error) {
      this.#options.onFault(error);
    }
  }
}

import type { JobOwner, QuotaUsed } from '../ports/index.ts';
import type { SqliteFile, Statement } from './sqlite-file.ts';

/** How many jobs may be accepted in a day. */
export interface DailyLimits {
  readonly perCode: number;
  readonly perAddress: number;
}

/** What nobody reaches: a limit has to be asked for. */
export const DAILY_LIMITS: DailyLimits = { perCode: Infinity, perAddress: Infinity };

const DAY_MS = 24 * 60 * 60 * 1_000;

function statementsOf(file: SqliteFile) {
  return {
    count: file.prepare('SELECT jobs FROM daily_jobs WHERE owner = ? AND day = ?'),
    add: file.prepare(
      'INSERT INTO daily_jobs (owner, day, jobs) VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET jobs = jobs + 1',
    ),
    trim: file.prepare('DELETE FROM daily_jobs WHERE day < ?'),
  } satisfies Record<string, Statement>;
}

/** Counts the jobs of each code and address by days, which begin at midnight UTC. A restart changes nothing. */
export class DailyJobs {
  readonly #statements: ReturnType<typeof statementsOf>;
  readonly #limits: DailyLimits;
  #trimmedOn = 0;

  /** The file is its owner's to close. */
  constructor(file: SqliteFile, limits: DailyLimits) {
    this.#statements = statementsOf(file);
    this.#limits = limits;
  }

  /** Whose quota of today has no room for one more; undefined where there is room. */
  findUsed({ code, address }: JobOwner): QuotaUsed | undefined {
    const now = Date.now();
    const day = Math.floor(now / DAY_MS);
    const retryAfterMs = (day + 1) * DAY_MS - now;
    const { perCode, perAddress } = this.#limits;
    if (this.#count(`code ${code}`, day) >= perCode) return { quotaOf: 'code', limit: perCode, retryAfterMs };
    if (this.#count(`address ${address}`, day) >= perAddress)
      return { quotaOf: 'address', limit: perAddress, retryAfterMs };
    return undefined;
  }

  /** Counts a job. Within the transaction that stores it. */
  add({ code, address }: JobOwner): void {
    const day = Math.floor(Date.now() / DAY_MS);
    if (day > this.#trimmedOn) this.#statements.trim.run(day);
    this.#trimmedOn = day;
    for (const owner of [`code ${code}`, `address ${address}`]) this.#statements.add.run(owner, day);
  }

  #count(owner: string, day: number): number {
    return Number(this.#statements.count.get(owner, day)?.['jobs'] ?? 0);
  }
}

import { countedAs, type DailyLimits, dayOf, usedQuota } from '../schedule/daily-limits.ts';
import type { JobOwner, QuotaUsed } from '../ports/index.ts';
import type { SqliteFile, Statement } from './sqlite-file.ts';

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
  findUsed(owner: JobOwner): QuotaUsed | undefined {
    const now = Date.now();
    const { code, address } = countedAs(owner);
    const day = dayOf(now);
    return usedQuota({ ofCode: this.#count(code, day), ofAddress: this.#count(address, day) }, this.#limits, now);
  }

  /** Counts a job. Within the transaction that stores it. */
  add(job: JobOwner): void {
    const day = dayOf(Date.now());
    if (day > this.#trimmedOn) this.#statements.trim.run(day);
    this.#trimmedOn = day;
    for (const owner of Object.values(countedAs(job))) this.#statements.add.run(owner, day);
  }

  #count(owner: string, day: number): number {
    return Number(this.#statements.count.get(owner, day)?.['jobs'] ?? 0);
  }
}

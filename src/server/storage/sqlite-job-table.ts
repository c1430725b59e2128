import type { JobJournal, JournalEntry } from '../../engines/index.ts';
import type { PromptMessage } from '../../protocol/index.ts';
import type { DangerousPart, Job, ToldProgress } from '../ports/index.ts';
import { JobNotOpenError } from '../schedule/job-not-open.ts';
import type { ForgottenJobs } from '../schedule/open-job-limits.ts';
import { toldPercent } from '../schedule/told-percent.ts';
import type { Row, SqliteFile, Statement } from './sqlite-file.ts';
import { retryWhileBusy, trimInSteps } from './retry-while-busy.ts';

const JOBS = 'SELECT place, jobs.id, code, address, prompt FROM jobs JOIN codes ON codes.id = code_id';

function statementsOf(file: SqliteFile) {
  return {
    insert: file.prepare(
      'INSERT INTO jobs (id, prompt_id, prompt, address, code_id) SELECT ?, ?, ?, ?, id FROM codes WHERE code = ?',
    ),
    end: file.prepare('UPDATE jobs SET ended_at = ?, journal = NULL WHERE id = ? AND ended_at IS NULL'),
    journal: file.prepare('SELECT journal FROM jobs WHERE id = ?'),
    writeJournal: file.prepare('UPDATE jobs SET journal = ? WHERE id = ? AND ended_at IS NULL'),
    enterDanger: file.prepare(
      'UPDATE jobs SET perilous_runs = perilous_runs + 1 WHERE id = ? RETURNING perilous_runs AS runs',
    ),
    leaveDanger: file.prepare('UPDATE jobs SET perilous_runs = 0 WHERE id = ?'),
    told: file.prepare('SELECT told_percent AS percent FROM jobs WHERE id = ?'),
    raiseTold: file.prepare('UPDATE jobs SET told_percent = max(told_percent, ?) WHERE id = ?'),
    find: file.prepare(`${JOBS} WHERE code = ? AND prompt_id = ?`),
    findOpen: file.prepare(`${JOBS} WHERE code = ? AND prompt_id = ? AND ended_at IS NULL`),
    findOpenById: file.prepare(`${JOBS} WHERE jobs.id = ? AND ended_at IS NULL`),
    openJobsOf: file.prepare(`${JOBS} WHERE code = ? AND ended_at IS NULL ORDER BY place`),
    removeEnded: file.prepare(
      'DELETE FROM jobs WHERE code_id = (SELECT id FROM codes WHERE code = ?) AND ended_at IS NOT NULL',
    ),
    openJobs: file.prepare(`${JOBS} WHERE ended_at IS NULL AND place > ? ORDER BY place LIMIT ?`),
    begunJobs: file.prepare(`${JOBS} WHERE ended_at IS NULL AND journal IS NOT NULL ORDER BY place`),
    lastPlace: file.prepare('SELECT max(place) AS place FROM jobs'),
    countOpen: file.prepare(
      'SELECT count(*) AS count FROM jobs JOIN codes ON codes.id = code_id WHERE code = ? AND ended_at IS NULL',
    ),
    countOpenOfAddress: file.prepare('SELECT count(*) AS count FROM jobs WHERE address = ? AND ended_at IS NULL'),
    countAllOpen: file.prepare('SELECT count(*) AS count FROM jobs WHERE ended_at IS NULL'),
    countEnded: file.prepare('SELECT count(*) AS count FROM jobs WHERE address = ? AND ended_at IS NOT NULL'),
    removeOldest: file.prepare(
      `DELETE FROM jobs WHERE place IN (
         SELECT place FROM jobs WHERE address = ? AND ended_at IS NOT NULL ORDER BY place LIMIT ?
       ) RETURNING id, code_id, ended_at`,
    ),
    trim: file.prepare('DELETE FROM jobs WHERE place IN (SELECT place FROM jobs WHERE ended_at < ? LIMIT ?)'),
  } satisfies Record<string, Statement>;
}

/** A job, and its place among all that were ever added. */
export interface PlacedJob {
  readonly place: number;
  readonly job: Job;
}

/** Every job that is open, and those that have ended for as long as a repeat of their prompt may come. */
export class JobTable {
  readonly #statements: ReturnType<typeof statementsOf>;

  constructor(file: SqliteFile) {
    this.#statements = statementsOf(file);
  }

  /** Adds an open job after all others. The log must know its code. */
  insert({ id, code, address, prompt }: Job): void {
    this.#statements.insert.run(id, prompt.id, JSON.stringify(prompt), address, code);
  }

  /** Ends an open job; throws a {@link JobNotOpenError} for any other, so that no job has two ends. */
  end(job: Job): void {
    const { changes } = this.#statements.end.run(Date.now(), job.id);
    if (Number(changes) !== 1) throw new JobNotOpenError();
  }

  /** The job of a prompt, open or ended. */
  find(code: string, promptId: string): Job | undefined {
    return jobIn(this.#statements.find.get(code, promptId));
  }

  /** The job of a prompt, unless it has ended. */
  findOpen(code: string, promptId: string): Job | undefined {
    return jobIn(this.#statements.findOpen.get(code, promptId));
  }

  /** A job by its own id, unless it has ended. */
  findOpenById(id: string): Job | undefined {
    return jobIn(this.#statements.findOpenById.get(id));
  }

  /** The open jobs of a code, in the order in which they were added. */
  openJobsOf(code: string): readonly Job[] {
    return this.#statements.openJobsOf.all(code).map(readJob);
  }

  /** Forgets the jobs of a code that have ended. */
  removeEnded(code: string): void {
    this.#statements.removeEnded.run(code);
  }

  /** The place of the newest job that there ever was; 0 where there is none. */
  lastPlace(): number {
    return Number(this.#statements.lastPlace.get()?.['place'] ?? 0);
  }

  /** Some of the open jobs after a place, in the order in which they were added, each with its own place. */
  openJobs(after: number, count: number): readonly PlacedJob[] {
    return this.#statements.openJobs
      .all(after, count)
      .map((row) => ({ place: Number(row['place']), job: readJob(row) }));
  }

  /** The open jobs that another machine may be at work on, in the order in which they were added. */
  begunJobs(): readonly Job[] {
    return this.#statements.begunJobs.all().map(readJob);
  }

  /** How many jobs of a code are open. */
  countOpen(code: string): number {
    return Number(this.#statements.countOpen.get(code)?.['count']);
  }

  /** How many jobs of an address are open. */
  countOpenOfAddress(address: string): number {
    return Number(this.#statements.countOpenOfAddress.get(address)?.['count']);
  }

  /** How many jobs of everybody are open. */
  countAllOpen(): number {
    return Number(this.#statements.countAllOpen.get()?.['count']);
  }

  /** The journal of an open job, which ends with it. */
  journalOf({ id }: Job): JobJournal {
    const { journal, writeJournal } = this.#statements;
    return {
      get entry() {
        const stored = journal.get(id)?.['journal'];
        return typeof stored === 'string' ? (JSON.parse(stored) as JournalEntry) : undefined;
      },
      async write(entry) {
        const text = entry === undefined ? null : JSON.stringify(entry);
        const { changes } = await retryWhileBusy(() => writeJournal.run(text, id));
        if (Number(changes) !== 1) throw new JobNotOpenError();
      },
    };
  }

  /** The dangerous part of a job's runs. */
  dangerOf({ id }: Job): DangerousPart {
    const { enterDanger, leaveDanger } = this.#statements;
    return {
      enter: () => retryWhileBusy(() => Number(enterDanger.get(id)?.['runs'] ?? 1)),
      leave: () => retryWhileBusy(() => void leaveDanger.run(id)),
    };
  }

  /** How far people have been told that a job is. */
  toldOf({ id }: Job): ToldProgress {
    const { told, raiseTold } = this.#statements;
    let percent = Number(told.get(id)?.['percent'] ?? 0);
    return {
      get progress() {
        return percent / 100;
      },
      async raise(progress) {
        const next = toldPercent(progress);
        if (next <= percent) return;
        await retryWhileBusy(() => void raiseTold.run(next, id));
        percent = next;
      },
    };
  }

  /** How many jobs of an address have ended and are remembered. */
  countEnded(address: string): number {
    return Number(this.#statements.countEnded.get(address)?.['count']);
  }

  /** Forgets the oldest of an address that have ended; returns them by the row of their code. */
  removeOldest(address: string, count: number): ReadonlyMap<number, ForgottenJobs> {
    const rows = this.#statements.removeOldest.all(address, count);
    const byCode = Map.groupBy(rows, (row) => Number(row['code_id']));
    return new Map(
      [...byCode].map(([codeId, own]) => [
        codeId,
        {
          ids: own.map(({ id }) => String(id)),
          endedBy: Math.max(...own.map((row) => Number(row['ended_at']))),
        },
      ]),
    );
  }

  /** Forgets jobs that ended before a time, in milliseconds since the Unix epoch. */
  trimEnded(before: number): Promise<void> {
    return trimInSteps((count) => Number(this.#statements.trim.run(before, count).changes));
  }
}

function jobIn(row: Row | undefined): Job | undefined {
  return row && readJob(row);
}

function readJob(row: Row): Job {
  const prompt = JSON.parse(String(row['prompt'])) as PromptMessage;
  return { id: String(row['id']), code: String(row['code']), address: String(row['address'] ?? ''), prompt };
}

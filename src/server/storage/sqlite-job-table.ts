import type { JobJournal, JournalEntry } from '../../engines/index.ts';
import type { PromptMessage } from '../../protocol/index.ts';
import type { Job } from '../ports/index.ts';
import type { Row, SqliteFile, Statement } from './sqlite-file.ts';

const JOBS = 'SELECT jobs.id, code, prompt FROM jobs JOIN codes ON codes.id = code_id';

function statementsOf(file: SqliteFile) {
  return {
    insert: file.prepare(
      'INSERT INTO jobs (id, prompt_id, prompt, code_id) SELECT ?, ?, ?, id FROM codes WHERE code = ?',
    ),
    end: file.prepare('UPDATE jobs SET ended_at = ?, journal = NULL WHERE id = ? AND ended_at IS NULL'),
    journal: file.prepare('SELECT journal FROM jobs WHERE id = ?'),
    writeJournal: file.prepare('UPDATE jobs SET journal = ? WHERE id = ? AND ended_at IS NULL'),
    find: file.prepare(`${JOBS} WHERE code = ? AND prompt_id = ?`),
    findOpen: file.prepare(`${JOBS} WHERE code = ? AND prompt_id = ? AND ended_at IS NULL`),
    openJobs: file.prepare(`${JOBS} WHERE ended_at IS NULL ORDER BY place`),
    countOpen: file.prepare(
      'SELECT count(*) AS count FROM jobs JOIN codes ON codes.id = code_id WHERE code = ? AND ended_at IS NULL',
    ),
    trim: file.prepare('DELETE FROM jobs WHERE ended_at < ?'),
  } satisfies Record<string, Statement>;
}

/** A job that was to end has ended before, or was never stored. */
export class JobNotOpenError extends Error {
  override readonly name = 'JobNotOpenError';

  constructor() {
    super('the job is not open');
  }
}

/** Every job that is open, and those that have ended for as long as a repeat of their prompt may come. */
export class JobTable {
  readonly #statements: ReturnType<typeof statementsOf>;

  constructor(file: SqliteFile) {
    this.#statements = statementsOf(file);
  }

  /** Adds an open job after all others. The log must know its code. */
  insert({ id, code, prompt }: Job): void {
    this.#statements.insert.run(id, prompt.id, JSON.stringify(prompt), code);
  }

  /** Ends an open job; throws a {@link JobNotOpenError} for any other, so that no job has two ends. */
  end(job: Job): void {
    const { changes } = this.#statements.end.run(Date.now(), job.id);
    if (Number(changes) !== 1) throw new JobNotOpenError();
  }

  /** The job of a prompt, open or ended. */
  find(code: string, promptId: string): Job | undefined {
    return readJob(this.#statements.find.get(code, promptId));
  }

  /** The job of a prompt, unless it has ended. */
  findOpen(code: string, promptId: string): Job | undefined {
    return readJob(this.#statements.findOpen.get(code, promptId));
  }

  /** The open jobs of every code, in the order in which they were added. */
  openJobs(): readonly Job[] {
    return this.#statements.openJobs.all().flatMap((row) => readJob(row) ?? []);
  }

  /** How many jobs of a code are open. */
  countOpen(code: string): number {
    return Number(this.#statements.countOpen.get(code)?.['count']);
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
        const { changes } = writeJournal.run(entry === undefined ? null : JSON.stringify(entry), id);
        if (Number(changes) !== 1) throw new JobNotOpenError();
      },
    };
  }

  /** Forgets jobs that ended before a time, in milliseconds since the Unix epoch. */
  trimEnded(before: number): void {
    this.#statements.trim.run(before);
  }
}

function readJob(row: Row | undefined): Job | undefined {
  if (row === undefined) return undefined;
  const prompt = JSON.parse(String(row['prompt'])) as PromptMessage;
  return { id: String(row['id']), code: String(row['code']), prompt };
}

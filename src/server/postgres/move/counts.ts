import type { SqliteFile } from '../../storage/sqlite-file.ts';
import type { Queryable } from '../database/transaction.ts';

/** What is counted, by the same words of SQL in both. */
const COUNTS = {
  codes: 'SELECT count(*) FROM codes',
  seqs: 'SELECT coalesce(sum(last_seq), 0) FROM codes',
  messages: 'SELECT count(*) FROM messages',
  media: 'SELECT count(*) FROM media',
  jobs: 'SELECT count(*) FROM jobs',
  openJobs: 'SELECT count(*) FROM jobs WHERE ended_at IS NULL',
  revoked: 'SELECT count(*) FROM revoked_codes',
  storedMedia: 'SELECT count(*) FROM stored_media',
};
const COUNT_ALL = `SELECT ${Object.entries(COUNTS)
  .map(([name, sql]) => `(${sql}) AS "${name}"`)
  .join()}`;

/** How much there is of everything that is moved. */
export type Counts = Readonly<Record<keyof typeof COUNTS, number>>;

/** Counts what is in a SQLite file. */
export function countsOfFile(file: SqliteFile): Counts {
  return toCounts(file.prepare(COUNT_ALL).get());
}

/** Counts what is in a database. */
export async function countsOfDatabase(database: Queryable): Promise<Counts> {
  return toCounts((await database.query(COUNT_ALL))[0]);
}

/** Whether there is as much of everything. */
export function isSameCount(some: Counts, others: Counts): boolean {
  return Object.entries(some).every(([name, count]) => others[name as keyof Counts] === count);
}

function toCounts(row: Readonly<Record<string, unknown>> = {}): Counts {
  return Object.fromEntries(Object.keys(COUNTS).map((name) => [name, Number(row[name])])) as Counts;
}

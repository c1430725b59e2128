import { type ForgottenJobs, SAID_WITHIN_MS } from '../../schedule/open-job-limits.ts';
import type { Queryable } from '../database/transaction.ts';

/**
 * Trims a code's messages up to a `seq`: never one from between others, even where a clock was set back.
 * Resolves with the media that nothing refers to after that.
 */
export async function trimUpTo(database: Queryable, codeId: number, seq: number): Promise<readonly string[]> {
  // In one statement all see what was there before it: what goes counts as no use of a medium.
  const rows = await database.query<{ name: string }>(
    `WITH gone AS (DELETE FROM messages WHERE code_id = $1 AND seq <= $2)
     SELECT DISTINCT name FROM media AS trimmed WHERE code_id = $1 AND seq <= $2 AND NOT EXISTS (
       SELECT 1 FROM media WHERE name = trimmed.name AND NOT (code_id = $1 AND seq <= $2)
     )`,
    [codeId, seq],
  );
  return rows.map(({ name }) => name);
}

/** The last message of a code, by its row, that is about one of some jobs; 0 where none is. */
export async function lastOfJobs(database: Queryable, codeId: number, jobs: ForgottenJobs): Promise<number> {
  const [row] = await database.query<{ seq: number | null }>(
    `SELECT max(seq) AS seq FROM messages WHERE code_id = $1 AND ts <= $2 AND body::json ->> 'jobId' = ANY ($3::text[])`,
    [codeId, jobs.endedBy + SAID_WITHIN_MS, jobs.ids],
  );
  return row?.seq ?? 0;
}

/** For each code that has messages from before a time, in milliseconds since the Unix epoch, the last of them. */
export async function lastOlderThan(
  database: Queryable,
  time: number,
): Promise<readonly { readonly codeId: number; readonly seq: number }[]> {
  return database.query(
    'SELECT code_id AS "codeId", max(seq) AS seq FROM messages WHERE ts < $1 GROUP BY code_id ORDER BY code_id',
    [time],
  );
}

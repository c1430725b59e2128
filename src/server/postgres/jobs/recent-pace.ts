import type { Queryable } from '../database/transaction.ts';

/** What is older says nothing of now, in milliseconds. */
const RECENT_MS = 10 * 60 * 1_000;
const ENDS = 11;

/**
 * How long it was of late from the end of one job to that of the next, in milliseconds, whichever processes ran them: a
 * gateway that runs none knows it by that alone. Undefined where too few have ended.
 */
export async function recentPace(database: Queryable, now: number): Promise<number | undefined> {
  const [row] = await database.query<{ pace: number | null }>(
    `SELECT (max(ended_at) - min(ended_at)) / nullif(count(*) - 1, 0) AS pace
     FROM (SELECT ended_at FROM jobs WHERE ended_at > $1 ORDER BY ended_at DESC LIMIT ${ENDS}) AS recent`,
    [now - RECENT_MS],
  );
  return row?.pace ?? undefined;
}

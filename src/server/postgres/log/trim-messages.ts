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

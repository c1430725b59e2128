import { MAX_TRIM_STEP_MS } from '../../storage/trim-clock.ts';
import type { Queryable } from '../database/transaction.ts';

/**
 * Takes the turn to trim, which one process has at a time: undefined where another one has trimmed within `intervalMs`.
 * Otherwise the time by which age is counted: it follows the server's clock a day at a time, as in SQLite. In milliseconds
 * since the Unix epoch.
 */
export async function takeTrimTurn(database: Queryable, intervalMs: number): Promise<number | undefined> {
  const [row] = await database.query<{ trimmed_at: number }>(
    `UPDATE log SET next_trim = now() + $1 * interval '1 millisecond', trimmed_at = least(
       floor(extract(epoch FROM now()) * 1000), coalesce(trimmed_at, (SELECT max(ts) FROM messages),
       floor(extract(epoch FROM now()) * 1000)) + $2)
     WHERE next_trim IS NULL OR next_trim <= now() RETURNING trimmed_at`,
    [intervalMs, MAX_TRIM_STEP_MS],
  );
  return row?.trimmed_at;
}

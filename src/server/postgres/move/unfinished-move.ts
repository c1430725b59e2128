import type { Queryable } from '../database/transaction.ts';

/** Data are being moved into a database, or that was interrupted. */
export class UnfinishedMoveError extends Error {
  override readonly name = 'UnfinishedMoveError';
}

/** Rejects with an {@link UnfinishedMoveError} where a database has only a part of what is moved into it. */
export async function refuseUnfinishedMove(database: Queryable): Promise<void> {
  const unfinished = await database.query('SELECT 1 FROM moves WHERE finished_at IS NULL');
  if (unfinished.length > 0) throw new UnfinishedMoveError('a move into the database has not finished');
}

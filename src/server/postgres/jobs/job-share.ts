import { beyondShare, type ForgottenJobs, type JobLimits } from '../../schedule/open-job-limits.ts';
import type { Database } from '../database/database.ts';
import type { Transaction } from '../database/transaction.ts';

/** What of a log goes with jobs that are forgotten. */
export interface TrimmingLog {
  /** Trims a code, by its row, up to the last message of some jobs. */
  trimJobs(transaction: Transaction, codeId: number, jobs: ForgottenJobs): Promise<void>;
}

/** Forgets what an address has stored first where it has more than its share: jobs that have ended, and their messages. */
export async function trimShare(
  database: Database,
  log: TrimmingLog,
  { address, limits }: { readonly address: string; readonly limits: Pick<JobLimits, 'storedPerAddress'> },
): Promise<void> {
  const [row] = await database.query<{ count: number }>(
    'SELECT count(*) AS count FROM jobs WHERE address = $1 AND ended_at IS NOT NULL',
    [address],
  );
  const count = beyondShare(row?.count ?? 0, limits);
  if (count === 0) return;
  await database.transaction(async (transaction) => {
    const gone = await transaction.query<{ code_id: number; ids: readonly string[]; ended_by: number }>(
      `WITH gone AS (
         DELETE FROM jobs WHERE place IN (
           SELECT place FROM jobs WHERE address = $1 AND ended_at IS NOT NULL ORDER BY place LIMIT $2
         ) RETURNING id, code_id, ended_at
       )
       SELECT code_id, array_agg(id) AS ids, max(ended_at) AS ended_by FROM gone GROUP BY code_id ORDER BY code_id`,
      [address, count],
    );
    for (const { code_id: codeId, ids, ended_by: endedBy } of gone)
      await log.trimJobs(transaction, codeId, { ids, endedBy });
  });
}

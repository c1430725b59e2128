import type { Database } from '../database/database.ts';
import { JobRecords } from '../jobs/job-records.ts';
import type { PostgresEventLog } from '../log/postgres-event-log.ts';

/**
 * Deletes the messages and the ended jobs of a code, with the requests to do so: every process is asked for it, and one that
 * comes late must not delete what was said since.
 */
export function eraseCode(database: Database, log: PostgresEventLog, code: string): Promise<void> {
  return database.transaction(async (transaction) => {
    const asked = await transaction.query(
      "DELETE FROM operator_requests WHERE action = 'delete-code' AND subject = $1 RETURNING 1",
      [code],
    );
    if (asked.length === 0) return;
    await new JobRecords(transaction).removeEnded(code);
    await log.trimAll(transaction, code);
  });
}

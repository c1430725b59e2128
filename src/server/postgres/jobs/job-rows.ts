import type { PromptMessage } from '../../../protocol/index.ts';
import type { Job } from '../../ports/index.ts';
import type { Row } from '../database/transaction.ts';

/** What a query has to select for {@link jobOf}, from {@link JOBS}. */
export const JOB_COLUMNS = 'jobs.place, jobs.id, codes.code, jobs.address, jobs.prompt';
/** Where it selects from. */
export const JOBS = 'jobs JOIN codes ON codes.id = jobs.code_id';

/** The server's clock, in milliseconds since the Unix epoch: those of two processes may differ. */
export const SERVER_MS = 'floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint';

/** Whether a job is some worker's now. */
export const IS_LEASED = 'coalesce(jobs.leased_until >= now(), false)';
/** Whether a job waits for a worker. A worker that was not heard of for long has lost what it had. */
export const IS_WAITING = `(jobs.ended_at IS NULL AND NOT jobs.is_deferred AND NOT ${IS_LEASED})`;

/** The job in a row. */
export function jobOf(row: Row): Job {
  const prompt = JSON.parse(String(row['prompt'])) as PromptMessage;
  return { id: String(row['id']), code: String(row['code']), address: addressIn(row), prompt };
}

/** The address that a job came from; empty where that is not known. */
export function addressIn({ address }: Row): string {
  return typeof address === 'string' ? address : '';
}

import type { JournalEntry } from '../../../engines/index.ts';
import type { Job } from '../../ports/index.ts';
import type { Row } from '../database/transaction.ts';
import { jobOf } from './job-rows.ts';

/** A job that a worker has until its lease ends. */
export interface LeasedJob {
  readonly job: Job;
  readonly place: number;
  /** Counts the leases of the job: who has an older one has lost it. */
  readonly lease: number;
  readonly lane: string;
  /** Its client has cancelled it, before the worker that had it died. */
  readonly isCancelled: boolean;
  readonly journal: JournalEntry | undefined;
  /** How far people were told that it is. */
  readonly toldPercent: number;
}

/** What a query has to return beside the columns of the job. */
export const LEASE_COLUMNS = 'jobs.lease, jobs.lane, jobs.is_cancelled, jobs.journal, jobs.told_percent';

/** The job in a row, and what its worker needs. */
export function leasedJobOf(row: Row): LeasedJob {
  const { journal } = row;
  return {
    job: jobOf(row),
    place: Number(row['place']),
    lease: Number(row['lease']),
    lane: String(row['lane']),
    isCancelled: row['is_cancelled'] === true,
    journal: typeof journal === 'string' ? (JSON.parse(journal) as JournalEntry) : undefined,
    toldPercent: Number(row['told_percent']),
  };
}

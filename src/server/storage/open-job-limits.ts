import type { Job, JobOwner, QueueFull } from '../ports/index.ts';
import type { JobTable } from './sqlite-job-table.ts';

/** How many jobs may wait or run at once. */
export interface JobLimits {
  readonly perCode: number;
  readonly perAddress: number;
  /** Of everybody. */
  readonly total: number;
}

/** A household needs no more; ten of them fill what a small machine draws in an hour or two. */
export const JOB_LIMITS: JobLimits = { perCode: 20, perAddress: 100, total: 1_000 };

/** Says whose jobs would be too many with one more of an owner's; undefined where nobody's would. */
export function fullQueue(
  { code, address }: JobOwner,
  {
    limits,
    table,
    deferred,
  }: { readonly limits: JobLimits; readonly table: JobTable; readonly deferred: Iterable<Job> },
): Omit<QueueFull, 'retryAfterMs'> | undefined {
  // Those wait for the next start, and nobody has to wait for them.
  const idle = [...deferred];
  const ofCode = table.countOpen(code) - idle.filter((job) => job.code === code).length;
  if (ofCode >= limits.perCode) return { of: 'code', limit: limits.perCode };
  const ofAddress = table.countOpenOfAddress(address) - idle.filter((job) => job.address === address).length;
  if (ofAddress >= limits.perAddress) return { of: 'address', limit: limits.perAddress };
  if (table.countAllOpen() - idle.length >= limits.total) return { of: 'everybody', limit: limits.total };
  return undefined;
}

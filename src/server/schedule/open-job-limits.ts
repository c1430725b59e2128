import type { QueueFull } from '../ports/index.ts';

/** How many jobs may wait or run at once. */
export interface JobLimits {
  readonly perCode: number;
  readonly perAddress: number;
  /** Of everybody. */
  readonly total: number;
}

/** A household needs no more; ten of them fill what a small machine draws in an hour or two. */
export const JOB_LIMITS: JobLimits = { perCode: 20, perAddress: 100, total: 1_000 };

/** How many jobs wait or run: of a code, of its address, of everybody. */
export interface OpenJobs {
  readonly ofCode: number;
  readonly ofAddress: number;
  readonly total: number;
}

/** Says whose jobs would be too many with one more; undefined where nobody's would. */
export function fullQueue(open: OpenJobs, limits: JobLimits): Omit<QueueFull, 'retryAfterMs'> | undefined {
  if (open.ofCode >= limits.perCode) return { of: 'code', limit: limits.perCode };
  if (open.ofAddress >= limits.perAddress) return { of: 'address', limit: limits.perAddress };
  if (open.total >= limits.total) return { of: 'everybody', limit: limits.total };
  return undefined;
}

import type { QueueFull } from '../ports/index.ts';

/** How many jobs may wait or run at once, and how many are remembered. */
export interface JobLimits {
  readonly perCode: number;
  readonly perAddress: number;
  /** Of everybody. */
  readonly total: number;
  /** Of an address that have ended: the oldest go beyond that, with their messages. */
  readonly storedPerAddress: number;
}

/**
 * A household needs no more; ten of them fill what a small machine draws in an hour or two. Of what is remembered, eight hundred
 * clips a day for a month.
 */
export const JOB_LIMITS: JobLimits = { perCode: 20, perAddress: 100, total: 1_000, storedPerAddress: 25_000 };

/** Jobs of a code that are forgotten. */
export interface ForgottenJobs {
  readonly ids: readonly string[];
  /** When the last of them ended, in milliseconds since the Unix epoch: nothing was said of them much later. */
  readonly endedBy: number;
}

/** By how much a message of a job's end may be later than the end is noted, in milliseconds: another process may store it. */
export const SAID_WITHIN_MS = 60_000;

/** Jobs that go at once. */
const GO_AT_ONCE = 100;
/** What is left of a share: to look for messages of jobs that go costs less for many of them than for each. */
const LEFT = 0.99;

/** How many of an address's jobs that have ended are to go, the oldest of them, of so many that are remembered. */
export function beyondShare(stored: number, { storedPerAddress }: Pick<JobLimits, 'storedPerAddress'>): number {
  return stored <= storedPerAddress ? 0 : Math.min(GO_AT_ONCE, stored - Math.ceil(storedPerAddress * LEFT));
}

/** How many jobs wait or run: of a code, of its address, of everybody. */
export interface OpenJobs {
  readonly ofCode: number;
  readonly ofAddress: number;
  readonly total: number;
}

/**
 * How many times what is still free somebody may have: the last tenth is for those who have little, or whoever fills a queue
 * would shut out those who come after, and take each place as it gets free.
 */
const TIMES_FREE = 9;

/** Says whose jobs would be too many with one more; undefined where nobody's would. */
export function fullQueue(
  { ofCode, ofAddress, total }: OpenJobs,
  limits: Omit<JobLimits, 'storedPerAddress'>,
): Omit<QueueFull, 'retryAfterMs'> | undefined {
  if (ofCode >= limits.perCode) return { of: 'code', limit: limits.perCode };
  if (isFullFor(ofCode, limits.perAddress - ofAddress)) return { of: 'address', limit: limits.perAddress };
  if (isFullFor(ofAddress, limits.total - total)) return { of: 'everybody', limit: limits.total };
  return undefined;
}

function isFullFor(own: number, free: number): boolean {
  return free <= 0 || own >= TIMES_FREE * free;
}

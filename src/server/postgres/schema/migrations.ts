import { FOUNDATION } from './0001-foundation.ts';
import { JOBS } from './0002-jobs.ts';
import { JOIN_CODES } from './0003-join-codes.ts';
import { ALLOWANCES } from './0004-allowances.ts';
import { JOB_SHARES } from './0005-job-shares.ts';
import type { Migration } from './migration.ts';

/**
 * The schema, step by step; the number of a step is its place here, from 1. A step that has been released never changes.
 *
 * To add a table: a file `000N-what.ts` beside this one that exports its {@link Migration}, the next entry here, and in
 * `worksWith` the number of steps before it, where the released version can go on without knowing of it.
 */
export const MIGRATIONS: readonly Migration[] = [FOUNDATION, JOBS, JOIN_CODES, ALLOWANCES, JOB_SHARES];

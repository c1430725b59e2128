import type { Migration } from './migration.ts';

/** The jobs that have ended, by the address that they came from. */
export const JOB_SHARES: Migration = {
  name: 'job shares',
  worksWith: 4,
  sql: `
  -- From here on a job that has ended keeps its address, which has a share of them.
  CREATE INDEX ended_jobs_by_address ON jobs (address, place) WHERE ended_at IS NOT NULL;
  `,
};

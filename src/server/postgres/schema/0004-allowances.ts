import type { Migration } from './migration.ts';

/** What addresses may try, over all gateways. */
export const ALLOWANCES: Migration = {
  name: 'allowances',
  worksWith: 3,
  sql: `
  -- When what somebody has spent is there again; after that the row says nothing. After a crash of the server all is there again.
  CREATE UNLOGGED TABLE allowances (who text PRIMARY KEY, full_at timestamptz NOT NULL);
  CREATE INDEX allowances_by_time ON allowances (full_at);
  `,
};

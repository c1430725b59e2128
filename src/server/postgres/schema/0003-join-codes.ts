import type { Migration } from './migration.ts';

/** Codes for a second device, which all gateways take. */
export const JOIN_CODES: Migration = {
  name: 'join codes',
  worksWith: 2,
  sql: `
  -- One of each user code at most, by its key. Neither a join code nor a user code is in here: lookup is made of the join code,
  -- and sealed is the user code, which only the join code opens. After a crash of the server they are gone, and may be; so
  -- they are in no log of the server either, and in no copy made of that.
  CREATE UNLOGGED TABLE join_codes (
    owner text PRIMARY KEY, lookup text NOT NULL UNIQUE, sealed text NOT NULL, ends_at timestamptz NOT NULL
  );
  `,
};

import type { Migration } from './migration.ts';

/** The log, what is kept of media, and what operators decide. The jobs are another step. */
export const FOUNDATION: Migration = {
  name: 'log, media, operators',
  worksWith: 1,
  sql: `
  -- One row. trimmed_at: the time by which the last trim counted age; null before the first.
  CREATE TABLE log (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row), epoch text NOT NULL, trimmed_at bigint
  );
  -- Kept for ever: a code must never count from 1 again under the same epoch. Its row is what appends of a code wait for.
  CREATE TABLE codes (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, code text NOT NULL UNIQUE, last_seq bigint NOT NULL
  ) WITH (fillfactor = 80);
  -- The body is the text that is sent, and comes back to the letter.
  CREATE TABLE messages (
    code_id bigint NOT NULL REFERENCES codes, seq bigint NOT NULL, ts bigint NOT NULL, body text NOT NULL,
    PRIMARY KEY (code_id, seq)
  );
  CREATE INDEX messages_by_time ON messages (ts);
  -- Which media a message refers to.
  CREATE TABLE media (
    name text NOT NULL, code_id bigint NOT NULL, seq bigint NOT NULL,
    PRIMARY KEY (name, code_id, seq),
    FOREIGN KEY (code_id, seq) REFERENCES messages ON DELETE CASCADE
  );
  CREATE INDEX media_by_message ON media (code_id, seq);
  -- How large each medium is, for which address it is stored, and whose it is; null where that was not noted.
  CREATE TABLE stored_media (name text PRIMARY KEY, address text NOT NULL, bytes bigint NOT NULL, code text);
  CREATE INDEX stored_media_by_address ON stored_media (address);
  CREATE TABLE revoked_codes (
    place bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, code text NOT NULL UNIQUE
  );
  -- Addresses that an operator has blocked; everybody, where no job is taken.
  CREATE TABLE restrictions (subject text PRIMARY KEY);
  -- What an operator has asked of the gateways; what is done is removed.
  CREATE TABLE operator_requests (
    place bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, action text NOT NULL, subject text NOT NULL
  );
  -- How many jobs each code and address has had accepted, by the days since the Unix epoch; today's alone is of use.
  CREATE TABLE daily_jobs (
    owner text NOT NULL, day integer NOT NULL, jobs integer NOT NULL, PRIMARY KEY (owner, day)
  );
  -- Passing messages too long for a notification. After a crash of the server they are gone, and may be.
  CREATE UNLOGGED TABLE long_notices (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, payload text NOT NULL,
    sent_at timestamptz NOT NULL DEFAULT now()
  );
  INSERT INTO log (epoch) VALUES (gen_random_uuid());
  `,
};

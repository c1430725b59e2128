import type pg from 'pg';

const CONNECT_LIMIT_MS = 5_000;
/** No statement of a gateway takes a second; one that does not end must not hold a code's row for ever. */
export const STATEMENT_LIMIT_MS = 30_000;
/** How much longer its answer may take, by which the server itself has ended it. */
const ANSWER_FACTOR = 7 / 6;
const IDLE_IN_TRANSACTION_LIMIT_MS = 15_000;

/**
 * How connections are made, where a statement may take so long. Whole numbers come as numbers: none of ours is beyond what
 * JavaScript counts exactly.
 */
export function connectionSettings(
  url: string,
  { TypeOverrides, types }: typeof pg,
  statementLimitMs: number,
): pg.ClientConfig {
  const overrides = new TypeOverrides();
  overrides.setTypeParser(types.builtins.INT8, Number);
  overrides.setTypeParser(types.builtins.NUMERIC, Number);
  return {
    connectionString: url,
    application_name: 'ask-kitten',
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    statement_timeout: statementLimitMs,
    // A server that is gone without a word says nothing of its limit, and the system waits a quarter of an hour.
    query_timeout: statementLimitMs * ANSWER_FACTOR,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_LIMIT_MS,
    keepAlive: true,
    types: overrides,
  };
}

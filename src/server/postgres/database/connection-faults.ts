/** PostgreSQL has undone the transaction, and it may well succeed when it is run again. */
const WORTH_RETRYING: readonly string[] = ['40001', '40P01', '55P03'];

/** The server stops, starts, or has no place for another connection. */
const NOT_NOW: readonly string[] = ['57P01', '57P02', '57P03', '53300', '08000', '08001', '08003', '08004', '08006'];

/** The server has ended a connection that it took to be given up. */
const GIVEN_UP: readonly string[] = ['57P05', '25P03', '25P04'];

const UNREACHABLE: readonly string[] = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'EAI_AGAIN',
];

/** Says of an error without a code that the connection broke. */
const BROKEN =
  /^(?:Connection terminated|Query read timeout|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Whether a transaction was undone because it met another one: it can be run again at once. */
export function isConflict(error: unknown): boolean {
  return WORTH_RETRYING.includes(codeOf(error));
}

/** Whether the server is there, and will take connections in a moment. */
export function isStarting(error: unknown): boolean {
  return codeOf(error) === '57P03';
}

/** Whether the server can't be reached now, as while it restarts. */
export function isUnreachable(error: unknown): boolean {
  const code = codeOf(error);
  if ([NOT_NOW, GIVEN_UP, UNREACHABLE].some((codes) => codes.includes(code))) return true;
  // One for each address of the name.
  if (error instanceof AggregateError) return error.errors.some(isUnreachable);
  return error instanceof Error && BROKEN.test(error.message);
}

/** The SQLSTATE of what PostgreSQL refused, or the system's code; empty where there is none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

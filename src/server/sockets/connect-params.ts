import { isUuid, QueryParameter } from '../../protocol/index.ts';
import type { LogPosition } from './catch-up.ts';

/** What a client says of itself in the address that it opens. */
export interface ConnectParams {
  readonly code: string;
  readonly resume?: LogPosition;
}

/**
 * Reads the query of an upgrade; undefined where there is no user code, or one that is no UUID.
 * An `after` that is no number asks for everything, as an unknown epoch does: it must not lock its client out.
 */
export function readConnectParams(query: Readonly<Record<string, unknown>>): ConnectParams | undefined {
  const code = query[QueryParameter.Code];
  if (!isUuid(code)) return undefined;
  const after = query[QueryParameter.After];
  const epoch = query[QueryParameter.Epoch];
  if (after === undefined) return { code };
  const isNumber = typeof after === 'string' && /^\d{1,15}$/.test(after);
  const resume = {
    after: isNumber ? Number(after) : 0,
    epoch: isNumber && typeof epoch === 'string' ? epoch : undefined,
  };
  return { code, resume };
}

import { type ConnectionProblem, type ConnectionState, type SteadyState, WebSocketStatus } from '../../index.ts';

/** A connection that stands, with nothing else known of it. */
export const CONNECTED: SteadyState = {
  status: WebSocketStatus.CONNECTED,
  attempt: 0,
  maxAttempts: 5,
  nextAttemptAt: null,
  lastCloseCode: null,
  lastCloseReason: null,
  problem: null,
  roundTripMs: null,
  hasRecovered: null,
};

/** What a spec says of a connection. */
export interface ScriptedConnection extends Partial<Omit<SteadyState, 'status' | 'nextAttemptAt' | 'problem'>> {
  /** Default: `connected`. */
  readonly status?: WebSocketStatus;
  /** Counts while the status is `reconnecting`. */
  readonly nextAttemptAt?: number | null;
  /** Counts while the status is `error`. Default: `exhausted`. */
  readonly problem?: ConnectionProblem | null;
}

/** The state of a connection, with what goes with its status and nothing else. Fields that are left out are those of {@link CONNECTED}. */
export function connectionState(scripted: ScriptedConnection): ConnectionState {
  const { status, nextAttemptAt, problem, ...known } = { ...CONNECTED, ...scripted };
  switch (status) {
    case WebSocketStatus.ERROR:
      return { ...known, status, nextAttemptAt: null, problem: problem ?? 'exhausted' };
    case WebSocketStatus.RECONNECTING:
      return { ...known, status, nextAttemptAt, problem: null };
    default:
      return { ...known, status, nextAttemptAt: null, problem: null };
  }
}

import { CloseCode } from '../../protocol/index.ts';
import type { Texts } from '../texts/texts.ts';
import type { ConnectionEvent, ConnectionLost } from './reconnect.ts';
import { type ConnectionProblem, WebSocketStatus } from './status.ts';

/** What is known of the connection, whatever its status. */
interface KnownOfConnection {
  /** Which retry is under way or due, or has succeeded: 0 where none has. */
  readonly attempt: number;
  /** How many retries there are; `Infinity` where it never ends. */
  readonly maxAttempts: number;
  /** The code with which the last socket that was lost closed; null where none was. */
  readonly lastCloseCode: number | null;
  /** The reason that the server gave for it; empty where it gave none, null where no socket was lost. */
  readonly lastCloseReason: string | null;
  /** How long the last ping took to be answered, in milliseconds; null before, and with a basic server. */
  readonly roundTripMs: number | null;
  /**
   * Whether the server had everything that this page had missed when it last came back; null before, and with a basic
   * server.
   */
  readonly hasRecovered: boolean | null;
}

/** A connection that stands, or is being made for the first time, or is not wanted. */
export interface SteadyState extends KnownOfConnection {
  /** Which of these it is. */
  readonly status:
    typeof WebSocketStatus.CONNECTED | typeof WebSocketStatus.CONNECTING | typeof WebSocketStatus.DISCONNECTED;
  readonly nextAttemptAt: null;
  readonly problem: null;
}

/** A connection that was lost, and is tried again. */
export interface ReconnectingState extends KnownOfConnection {
  readonly status: typeof WebSocketStatus.RECONNECTING;
  /** When the next retry is due, in milliseconds since the Unix epoch; null while one is under way. */
  readonly nextAttemptAt: number | null;
  readonly problem: null;
}

/** A connection that is given up, for a reason that has a name. */
export interface ErrorState extends KnownOfConnection {
  readonly status: typeof WebSocketStatus.ERROR;
  readonly nextAttemptAt: null;
  /** Why nothing is tried any more. */
  readonly problem: ConnectionProblem;
}

/** What is known of the connection, by its `status`: combinations that can't occur do not compile. */
export type ConnectionState = SteadyState | ReconnectingState | ErrorState;

/** What happens to the connection, of itself or because somebody wants it. */
export type ConnectionChange =
  | ConnectionEvent
  | { readonly kind: 'begin'; readonly maxAttempts: number }
  | { readonly kind: 'lost'; readonly lost: ConnectionLost }
  | { readonly kind: 'disconnect' };

/** What is learnt of the connection from what comes over it. */
export type ConnectionFinding =
  | { readonly kind: 'greeted'; readonly hasRecovered: boolean; readonly reconnectJitterMs?: number }
  | { readonly kind: 'round-trip'; readonly milliseconds: number };

/** Before the first connection. */
export const INITIAL_STATE: SteadyState = {
  status: 'disconnected',
  attempt: 0,
  maxAttempts: 0,
  nextAttemptAt: null,
  lastCloseCode: null,
  lastCloseReason: null,
  problem: null,
  roundTripMs: null,
  hasRecovered: null,
};

const AT_REST = { nextAttemptAt: null, problem: null } as const;

/** The state after a change or a finding. Pure. */
export function nextState(state: ConnectionState, change: ConnectionChange | ConnectionFinding): ConnectionState {
  switch (change.kind) {
    case 'begin':
      return { ...INITIAL_STATE, status: WebSocketStatus.CONNECTING, maxAttempts: change.maxAttempts };
    case 'connecting':
      // What is tried in the background after the last attempt is shown once it succeeds.
      if (state.status === WebSocketStatus.ERROR) return state;
      return change.attempt === 0
        ? { ...state, ...AT_REST, status: WebSocketStatus.CONNECTING, attempt: 0 }
        : { ...state, ...AT_REST, status: WebSocketStatus.RECONNECTING, attempt: change.attempt };
    case 'open':
      return { ...state, ...AT_REST, status: WebSocketStatus.CONNECTED };
    case 'waiting':
      return {
        ...state,
        status: WebSocketStatus.RECONNECTING,
        attempt: change.attempt,
        nextAttemptAt: change.dueAt,
        lastCloseCode: change.closed.code,
        lastCloseReason: change.closed.reason,
        problem: null,
      };
    case 'lost':
      return {
        ...state,
        status: WebSocketStatus.ERROR,
        nextAttemptAt: null,
        lastCloseCode: change.lost.closed.code,
        lastCloseReason: change.lost.closed.reason,
        problem: change.lost.problem,
      };
    case 'disconnect':
      return { ...state, ...AT_REST, status: WebSocketStatus.DISCONNECTED, attempt: 0 };
    case 'greeted':
      return { ...state, hasRecovered: change.hasRecovered };
    case 'round-trip':
      return { ...state, roundTripMs: change.milliseconds };
  }
}

/** What is wrong, for people; null where nothing is. */
export function problemText(state: ConnectionState, { reconnecting, problems }: Texts): string | null {
  const { status, attempt, maxAttempts, lastCloseCode, problem } = state;
  if (status === WebSocketStatus.RECONNECTING) {
    return reconnecting({ attempt, maxAttempts, isRefused: lastCloseCode === CloseCode.TooManyRequests });
  }
  return problem === null ? null : problems[problem](maxAttempts);
}

/**
 * The close codes that the two ends use, named as RFC 6455 section 7.4 and the
 * IANA registry name them; 4400 and up are ours, numbered after the HTTP status they resemble.
 */
export const CloseCode = {
  NormalClosure: 1000,
  GoingAway: 1001,
  AbnormalClosure: 1006,
  PolicyViolation: 1008,
  MessageTooBig: 1009,
  InternalError: 1011,
  ServiceRestart: 1012,
  TryAgainLater: 1013,
  MalformedRequest: 4400,
  CodeRevoked: 4401,
  AccessDenied: 4403,
  HeartbeatTimeout: 4408,
  TooManyRequests: 4429,
} as const;

/** What a client does when a connection that it did not close itself has ended. */
export type CloseMeaning =
  /** Try again: a restart, a loss, or a fault that may pass. */
  | 'reconnect'
  /** Try again later than usual: the other end asked for less. */
  | 'back-off'
  /** Stop: the request is wrong, and would be as wrong the next time. */
  | 'malformed'
  /** Stop until the user code has been refreshed. */
  | 'code-revoked'
  /** Stop: the server does not let this client in, whatever its code. */
  | 'refused';

/** What IANA has registered for a refusal in the range of frameworks: other servers use them. */
const UNAUTHORIZED = 3000;
const FORBIDDEN = 3003;

/**
 * Classifies a close that this client did not ask for. The one place that does so.
 *
 * 1000 reconnects too: where we did not ask for it, a proxy or a server that restarts sent it.
 */
export function closeMeaning(code: number): CloseMeaning {
  switch (code) {
    case CloseCode.MalformedRequest:
      return 'malformed';
    case CloseCode.CodeRevoked:
      return 'code-revoked';
    case CloseCode.PolicyViolation:
    case CloseCode.AccessDenied:
    case UNAUTHORIZED:
    case FORBIDDEN:
      return 'refused';
    case CloseCode.TooManyRequests:
      return 'back-off';
    default:
      return 'reconnect';
  }
}

import { CloseCode } from '../../protocol/index.ts';

/** How a connection ended that this client did not end itself. The error of {@link openSocket}. */
export class SocketClosed extends Error {
  override readonly name = 'SocketClosed';
  /** The close code; 1006 where the connection broke or never came to be. */
  readonly code: number;
  /** What the server gave as its reason; empty where it gave none. */
  readonly reason: string;

  constructor(code: number = CloseCode.AbnormalClosure, reason = '', options?: ErrorOptions) {
    super(`the socket closed with ${code}${reason && `: ${reason}`}`, options);
    this.code = code;
    this.reason = reason;
  }
}

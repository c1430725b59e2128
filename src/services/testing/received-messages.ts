import { type Observable, Subject } from 'rxjs';

import type { ServerMessage } from '../../protocol/index.ts';
import { type LogPosition, type ReceivedMessage, ɵFollowedLog as FollowedLog } from '../index.ts';

/** The messages of a service without a socket, each with its place in the log as the real one follows it. */
export class ReceivedMessages {
  private readonly received = new Subject<ReceivedMessage>();
  private readonly log = new FollowedLog();

  /** What is received. Hot; replays nothing; never errors or completes. */
  readonly received$: Observable<ReceivedMessage> = this.received.asObservable();

  /** Lets a message arrive. */
  receive(message: ServerMessage): void {
    this.received.next({ message, ...this.log.receive(message) });
  }

  /** Goes over to the log of another user code or endpoint. */
  begin(code: string, endpoint: string): void {
    this.log.begin(code, endpoint);
  }

  /** Continues where an earlier page has saved everything up to `position`. */
  resume(position: LogPosition): void {
    this.log.resume(position);
  }
}

import { type Observable, Subject } from 'rxjs';

import {
  type AnyMessage,
  type LogPosition,
  type ReceivedMessage,
  type ServerMessage,
  ɵLogCursor as LogCursor,
} from '../../index.ts';

/** The messages of a service without a socket, each with its position in the log as the real one follows it. */
export class ReceivedMessages<Message extends AnyMessage = ServerMessage> {
  private readonly received = new Subject<ReceivedMessage<Message>>();
  private readonly log = new LogCursor();

  /** What is received. Hot; replays nothing; never errors or completes. */
  readonly received$: Observable<ReceivedMessage<Message>> = this.received.asObservable();

  /** Lets a message arrive. */
  receive(message: Message): void {
    // Of a backend's own messages nothing is read but a `seq`, as in the service itself.
    const received: unknown = this.log.receive(message as unknown as ServerMessage);
    this.received.next(received as ReceivedMessage<Message>);
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

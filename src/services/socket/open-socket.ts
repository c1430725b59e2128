import { Observable, Subject, timer } from 'rxjs';
import { webSocket } from 'rxjs/webSocket';

import { CloseCode, QueryParameter } from '../../protocol/index.ts';
import type { WebSocketConstructor } from '../platform/browser.ts';
import type { LogPosition } from '../resume/received-message.ts';

/** A frame as it arrived. */
export type Frame = string | ArrayBuffer;

/** A socket is open. */
export interface SocketOpened {
  readonly kind: 'open';
  /** Writes a text frame, and does nothing once the socket is over. */
  readonly send: (frame: string) => void;
  /** What arrives. Hot; replays nothing: subscribe at once. Never errors or completes. */
  readonly frames$: Observable<Frame>;
}

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

/** What one socket needs. */
export interface SocketOptions {
  readonly url: string;
  readonly WebSocketCtor: WebSocketConstructor;
  /** How long the server may take to answer, in milliseconds. Browsers themselves wait for minutes. */
  readonly connectTimeout: number;
}

/** The address to open: the endpoint with the user code and, for a client that comes back, its position. */
export function socketUrl(endpoint: string, code: string, position?: LogPosition): string {
  const url = new URL(endpoint);
  url.searchParams.set(QueryParameter.Code, code);
  if (position !== undefined) {
    url.searchParams.set(QueryParameter.After, String(position.seq));
    url.searchParams.set(QueryParameter.Epoch, position.epoch);
  }
  return url.href;
}

/**
 * One socket as an Observable: cold, a socket of its own for each subscription. Emits once, when it is open; frames have
 * a stream of their own, so that what mends the connection is not on their way.
 *
 * Errors with {@link SocketClosed} however the socket ends, a clean close included: restarting servers
 * and proxies close cleanly, and `retry` sees errors only. Never completes. Unsubscribing closes the
 * socket with 1000, and what it says after that is ignored.
 */
export function openSocket({ url, WebSocketCtor, connectTimeout }: SocketOptions): Observable<SocketOpened> {
  return new Observable((subscriber) => {
    const frames = new Subject<Frame>();
    let isOpen = false;
    let closed: CloseEvent | undefined;

    // A fresh subject each time: one that is subscribed to again receives its old socket's late `error`
    // and takes the new socket down with it.
    const subject = webSocket<Frame>({
      url,
      WebSocketCtor,
      binaryType: 'arraybuffer',
      // Frames pass as they are; a serializer or deserializer that throws would end the connection.
      serializer: (frame) => frame,
      deserializer: ({ data }: MessageEvent<Frame>) => data,
      openObserver: {
        next: () => {
          isOpen = true;
          deadline.unsubscribe();
          subscriber.next({ kind: 'open', send: (frame) => subject.next(frame), frames$: frames.asObservable() });
        },
      },
      closeObserver: { next: (event) => (closed = event) },
    });

    const deadline = timer(connectTimeout).subscribe(() =>
      subscriber.error(new SocketClosed(CloseCode.AbnormalClosure, 'no answer in time')),
    );
    const subscription = subject.subscribe({
      next: (frame) => frames.next(frame),
      error: (cause: unknown) => subscriber.error(socketClosed(cause)),
      complete: () => subscriber.error(socketClosed(closed)),
    });

    return () => {
      deadline.unsubscribe();
      // Unsubscribing would close without a code; an error is the way to give a WebSocketSubject one.
      if (isOpen) subject.error({ code: CloseCode.NormalClosure, reason: '' });
      subscription.unsubscribe();
    };
  });
}

/** A drop may come as an `error` Event, which knows nothing, or as a CloseEvent. */
function socketClosed(cause: unknown): SocketClosed {
  if (cause instanceof CloseEvent) return new SocketClosed(cause.code, cause.reason);
  return new SocketClosed(CloseCode.AbnormalClosure, '', { cause });
}

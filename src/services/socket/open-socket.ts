import { Observable, timer } from 'rxjs';
import { webSocket } from 'rxjs/webSocket';

import { CloseCode } from '../../protocol/index.ts';
import type { WebSocketConstructor } from '../platform/browser.ts';
import { SocketClosed } from './socket-closed.ts';

/** A frame as it arrived. */
export type Frame = string | ArrayBuffer;

/** What one socket tells. */
export type SocketEvent =
  /** It is open; `send` writes a text frame, and does nothing once the socket is over. */
  { readonly kind: 'open'; readonly send: (frame: string) => void } | { readonly kind: 'frame'; readonly frame: Frame };

/** What one socket needs. */
export interface SocketOptions {
  readonly url: string;
  readonly WebSocketCtor: WebSocketConstructor;
  /** How long the server may take to answer, in milliseconds. Browsers themselves wait for minutes. */
  readonly connectTimeout: number;
}

/**
 * One socket as an Observable: cold, a socket of its own for each subscription.
 *
 * Errors with {@link SocketClosed} however the socket ends, a clean close included: restarting servers
 * and proxies close cleanly, and `retry` sees errors only. Never completes. Unsubscribing closes the
 * socket with 1000, and what it says after that is not heard.
 */
export function openSocket({ url, WebSocketCtor, connectTimeout }: SocketOptions): Observable<SocketEvent> {
  return new Observable((subscriber) => {
    let isOpen = false;
    let closed: CloseEvent | undefined;

    // A fresh subject each time: one that is subscribed to again hears its old socket's late `error`
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
          subscriber.next({ kind: 'open', send: (frame) => subject.next(frame) });
        },
      },
      closeObserver: { next: (event) => (closed = event) },
    });

    const deadline = timer(connectTimeout).subscribe(() =>
      subscriber.error(new SocketClosed(CloseCode.AbnormalClosure, 'no answer in time')),
    );
    const frames = subject.subscribe({
      next: (frame) => subscriber.next({ kind: 'frame', frame }),
      error: (cause: unknown) => subscriber.error(socketClosed(cause)),
      complete: () => subscriber.error(socketClosed(closed)),
    });

    return () => {
      deadline.unsubscribe();
      // Unsubscribing would close without a code; an error is the way to give a WebSocketSubject one.
      if (isOpen) subject.error({ code: CloseCode.NormalClosure, reason: '' });
      frames.unsubscribe();
    };
  });
}

/** A drop may come as an `error` Event, which knows nothing, or as a CloseEvent. */
function socketClosed(cause: unknown): SocketClosed {
  if (cause instanceof CloseEvent) return new SocketClosed(cause.code, cause.reason);
  return new SocketClosed(CloseCode.AbnormalClosure, '', { cause });
}

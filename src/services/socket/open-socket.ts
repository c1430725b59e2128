import { Observable, Subject, timer } from 'rxjs';
import { webSocket } from 'rxjs/webSocket';

import { DEFAULT_CONFIG, type QueryNames } from '../config/config.ts';
import { CloseCode } from '../../protocol/index.ts';
import type { WebSocketConstructor } from '../platform/browser.ts';
import type { SentFrame } from '../codec/codec.ts';
import type { LogPosition } from '../resume/log-position.ts';

/** A frame as it arrived. */
export type Frame = string | ArrayBuffer;

/** A socket is open. */
export interface SocketOpened {
  readonly kind: 'open';
  /**
   * Writes a frame, and returns whether it could: not once the socket is over, nor while it closes. A server that
   * says goodbye and leaves the connection open may take a while until that is an end, and reads nothing any more.
   */
  readonly send: (frame: SentFrame) => boolean;
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
  /** The sub-protocols that are offered. Default: none. */
  readonly protocols?: readonly string[];
  readonly WebSocketCtor: WebSocketConstructor;
  /** How long the server may take to answer, in milliseconds. Browsers themselves wait for minutes. */
  readonly connectTimeout: number;
}

/**
 * The address to open: the endpoint with the user code and, for a client that comes back, its position. What the endpoint
 * has of its own stays as it is, to the letter: it may be signed.
 */
export function socketUrl(
  endpoint: string,
  code: string,
  position?: LogPosition,
  { code: codeName, after, epoch }: QueryNames = DEFAULT_CONFIG.queryNames,
): string {
  const added = new URLSearchParams();
  if (codeName !== null) added.append(codeName, code);
  if (position !== undefined && after !== null) added.append(after, String(position.seq));
  if (position !== undefined && epoch !== null) added.append(epoch, position.epoch);
  if (added.size === 0) return endpoint;
  const separator = endpoint.includes('?') ? '&' : '?';
  return `${endpoint}${/[?&]$/.test(endpoint) ? '' : separator}${added.toString()}`;
}

/**
 * One socket as an Observable: cold, a socket of its own for each subscription. Emits once, when it is open; frames have
 * a stream of their own, so that what mends the connection is not on their way.
 *
 * Errors with {@link SocketClosed} however the socket ends, a clean close included: restarting servers
 * and proxies close cleanly, and `retry` sees errors only. Never completes. Unsubscribing closes the
 * socket with 1000, and what it says after that is ignored.
 */
export function openSocket({
  url,
  protocols = [],
  WebSocketCtor,
  connectTimeout,
}: SocketOptions): Observable<SocketOpened> {
  return new Observable((subscriber) => {
    const frames = new Subject<Frame>();
    let socket: WebSocket | undefined;
    let isOpen = false;
    let closed: CloseEvent | undefined;

    // A fresh subject each time: one that is subscribed to again receives its old socket's late `error`
    // and takes the new socket down with it.
    const subject = webSocket<Frame | SentFrame>({
      url,
      WebSocketCtor: capturing(WebSocketCtor, (made) => (socket = made)),
      ...(protocols.length > 0 && { protocol: [...protocols] }),
      binaryType: 'arraybuffer',
      // Frames pass as they are; a serializer or deserializer that throws would end the connection.
      serializer: (frame) => frame,
      deserializer: ({ data }: MessageEvent<Frame>) => data,
      openObserver: {
        next: () => {
          isOpen = true;
          deadline.unsubscribe();
          subscriber.next({ kind: 'open', send, frames$: frames.asObservable() });
        },
      },
      closeObserver: { next: (event) => (closed = event) },
    });

    const send = (frame: SentFrame): boolean => {
      if (socket?.readyState !== OPEN) return false;
      subject.next(frame);
      return true;
    };

    const deadline = timer(connectTimeout).subscribe(() =>
      subscriber.error(new SocketClosed(CloseCode.AbnormalClosure, 'no answer in time')),
    );
    const subscription = subject.subscribe({
      next: (frame) => frames.next(frame as Frame),
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

/** `WebSocket.OPEN`, where there may be no WebSocket. */
const OPEN = 1;

/** Makes the same sockets, and hands each to a callback: a subject does not say that its socket is closing. */
function capturing(WebSocketCtor: WebSocketConstructor, onMade: (socket: WebSocket) => void): WebSocketConstructor {
  return new Proxy(WebSocketCtor, {
    construct: (Constructor, [url, protocols]: [string, string[] | undefined]) => {
      const socket = protocols === undefined ? new Constructor(url) : new Constructor(url, protocols);
      onMade(socket);
      return socket;
    },
  });
}

/** A drop may come as an `error` Event, which knows nothing, or as a CloseEvent. */
function socketClosed(cause: unknown): SocketClosed {
  if (cause instanceof CloseEvent) return new SocketClosed(cause.code, cause.reason);
  return new SocketClosed(CloseCode.AbnormalClosure, '', { cause });
}

import { InjectionToken } from '@angular/core';
import { defer, exhaustMap, filter, map, type Observable, switchMap, take, throwError, timer } from 'rxjs';

import { merged } from '../platform/combine-streams.ts';
import { CloseCode } from '../../protocol/index.ts';
import type { AnyMessage, SentFrame } from '../codec/codec.ts';
import { SocketClosed } from '../socket/open-socket.ts';
import { idleTimer } from './idle-timer.ts';

/** What a heartbeat needs. Times are in milliseconds. */
export interface HeartbeatOptions {
  /** How long a socket may be silent before it is pinged. */
  readonly interval: number;
  /** How long it may go on being silent after a ping before it counts as dead. */
  readonly timeout: number;
  /** Each frame that arrives. Hot. */
  readonly activity$: Observable<unknown>;
  /** The ids of pings that have been answered. Hot. */
  readonly pongs$: Observable<string>;
  /** Each value asks for a ping now. Hot. */
  readonly nudge$: Observable<unknown>;
  /** Sends a ping, and returns its id. */
  readonly ping: () => string;
}

/** How a backend that is no gateway is pinged. */
export interface PingOptions {
  /** Makes the frame of a ping. */
  readonly ping?: () => SentFrame;
  /** Whether a message answers a ping; it is then shown to nobody. Any message is a sign of life. */
  readonly isPong?: (message: AnyMessage) => boolean;
}

/**
 * The {@link heartbeat}, and how a backend that is no gateway is pinged. Default: null, no connection is watched;
 * `withHeartbeat` sets it.
 */
export const HEARTBEAT = new InjectionToken<{
  readonly run: typeof heartbeat;
  readonly backend: PingOptions;
} | null>('HEARTBEAT');

/**
 * Watches one socket: pings it at once, when it has been silent, and when nudged.
 * Cold; emits the round-trip time of each ping that is answered, in milliseconds. Errors with
 * {@link SocketClosed} 4408 when nothing at all follows a ping in time; never completes.
 */
export function heartbeat(options: HeartbeatOptions): Observable<number> {
  const { interval, activity$, nudge$ } = options;
  return merged(timer(0), idleTimer(activity$, interval), nudge$).pipe(exhaustMap(() => roundTrip(options)));
}

function roundTrip({ timeout, activity$, pongs$, ping }: HeartbeatOptions): Observable<number> {
  return defer(() => {
    const sentAt = Date.now();
    const id = ping();
    const pong$ = pongs$.pipe(
      filter((replyTo) => replyTo === id),
      map(() => Date.now() - sentAt),
    );
    // Whatever arrives is a sign of life: behind a large clip a pong may be late.
    const death$ = idleTimer(activity$, timeout).pipe(
      switchMap(() => throwError(() => new SocketClosed(CloseCode.HeartbeatTimeout, 'no sign of life'))),
    );
    return merged(pong$, death$).pipe(take(1));
  });
}

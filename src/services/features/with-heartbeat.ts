import { HEARTBEAT, heartbeat, type PingOptions } from '../session/heartbeat.ts';
import type { WebSocketFeature } from './feature.ts';

/** How a connection is watched. Times are in milliseconds. */
export interface HeartbeatFeatureOptions extends PingOptions {
  /** How long a server that has been pinged may be silent before its connection counts as dead. Default: 5000. */
  readonly timeout?: number;
}

/**
 * Notices a connection that is dead without a close: it is pinged when it has been silent, and replaced when nothing
 * follows. A gateway says by itself how often; for another backend `ping` and `isPong` say how it is done.
 */
export function withHeartbeat({ timeout, ...backend }: HeartbeatFeatureOptions = {}): WebSocketFeature {
  return {
    kind: 'heartbeat',
    ...(timeout !== undefined && { config: { heartbeatTimeout: timeout } }),
    ...(backend.ping === undefined && { needsGateway: true }),
    providers: [{ provide: HEARTBEAT, useValue: { run: heartbeat, backend } }],
  };
}

import type { WebSocketConfig } from '../config/config.ts';
import { HEARTBEAT, heartbeat, type PingOptions } from '../session/heartbeat.ts';
import type { WebSocketFeature } from './feature.ts';

/** How a connection is watched. Times are in milliseconds. */
export interface HeartbeatFeatureOptions extends PingOptions {
  /** How long a connection to another backend than a gateway may be silent before it is pinged. Default: 30000. */
  readonly interval?: number;
  /** How long a server that has been pinged may be silent before its connection counts as dead. Default: 5000. */
  readonly timeout?: number;
}

/**
 * Notices a connection that is dead without a close: it is pinged when it has been silent, and replaced when nothing
 * follows. A gateway says by itself how often; for another backend `ping` and `isPong` say how it is done.
 */
export function withHeartbeat({ interval, timeout, ...backend }: HeartbeatFeatureOptions = {}): WebSocketFeature {
  const config: Partial<WebSocketConfig> = {
    ...(interval !== undefined && { heartbeatInterval: interval }),
    ...(timeout !== undefined && { heartbeatTimeout: timeout }),
  };
  return {
    kind: 'heartbeat',
    config,
    ...(backend.ping === undefined && { needsGateway: true }),
    foreignOptions: Object.keys({ ...(interval !== undefined && { interval }), ...backend }),
    providers: [{ provide: HEARTBEAT, useValue: { run: heartbeat, backend } }],
  };
}

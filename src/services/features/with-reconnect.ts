import type { RetryDelay, WebSocketConfig } from '../config/config.ts';
import { RECONNECTING, reconnecting } from '../socket/reconnect.ts';
import type { WebSocketFeature } from './feature.ts';

/** When to try again. Times are in milliseconds. */
export interface ReconnectOptions {
  /** How often. Default: 5. */
  readonly attempts?: number;
  /** How long to wait before each; or a function of the retry, 1 for the first, for a wait that grows. Default: 3000. */
  readonly delay?: RetryDelay;
  /** How much longer a wait may be, by chance, as a part of itself: 0.5 makes 3 s up to 4.5 s. Default: 0. */
  readonly jitter?: number;
  /** How long a connection has to last before the attempts are all there again. Default: 5000. */
  readonly stableAfter?: number;
}

/** Opens another socket when one is lost. Without it a lost connection stays so until `connect()` is called. */
export function withReconnect({ attempts, delay, jitter, stableAfter }: ReconnectOptions = {}): WebSocketFeature {
  const config: Partial<WebSocketConfig> = {
    ...(attempts !== undefined && { maxReconnectAttempts: attempts }),
    ...(delay !== undefined && { reconnectTimeout: delay }),
    ...(jitter !== undefined && { reconnectJitter: jitter }),
    ...(stableAfter !== undefined && { stableAfter }),
  };
  return { kind: 'reconnect', config, providers: [{ provide: RECONNECTING, useValue: reconnecting }] };
}

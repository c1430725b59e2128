import type { Provider } from '@angular/core';

import type { WebSocketConfig } from '../config/config.ts';

/** What a backend can have beside its connection. Made by the functions whose names begin with `with`. */
export interface WebSocketFeature {
  /** Which feature it is: a backend has one of each kind. */
  readonly kind:
    'reconnect' | 'heartbeat' | 'outbox' | 'resume' | 'connection-log' | 'config-file' | 'codec' | 'texts' | 'uploads';
  /** What it adds to a backend, or puts in place of what does without. */
  readonly providers: readonly Provider[];
  /** What it decides of the configuration. */
  readonly config?: Partial<WebSocketConfig>;
  /** Whether it needs the gateway's protocol. */
  readonly needsGateway?: boolean;
  /** Its options that only a backend with a protocol of its own makes use of. */
  readonly foreignOptions?: readonly string[];
  /** Whether it brings the gateway's protocol, or another one. */
  readonly isGateway?: boolean;
}

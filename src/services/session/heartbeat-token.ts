import { InjectionToken } from '@angular/core';
import type { Observable } from 'rxjs';

import type { AnyMessage } from '../codec/codec.ts';
import type { HeartbeatOptions } from './heartbeat.ts';

/** How a backend that is no gateway is pinged. */
export interface HeartbeatOfBackend {
  /** How long a connection may be silent before it is pinged, in milliseconds. Default: 30000. */
  readonly interval?: number;
  /** Makes the frame of a ping. */
  readonly ping?: () => string;
  /** Whether a message answers a ping; it is then shown to nobody. Any message is a sign of life. */
  readonly isPong?: (message: AnyMessage) => boolean;
}

/** Watches a connection; null where nothing does. */
export const HEARTBEAT = new InjectionToken<{
  readonly run: (options: HeartbeatOptions) => Observable<number>;
  readonly backend: HeartbeatOfBackend;
} | null>('HEARTBEAT');

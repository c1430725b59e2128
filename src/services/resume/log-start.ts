import { InjectionToken } from '@angular/core';

import type { LogPosition } from '../socket/socket-url.ts';

/**
 * Tells how far an earlier page came in the log of a user code at an endpoint, and has kept what it read; undefined
 * where nothing is kept. Asked once for each endpoint, before the first connection to it.
 */
export type FindLogStart = (code: string, endpoint: string) => Promise<LogPosition | undefined>;

/**
 * Where a page begins in the server's log. An application that keeps the messages provides it, so that a reload
 * fetches what is new and no more; without it a reload fetches the whole log.
 */
export const LOG_START = new InjectionToken<FindLogStart>('LOG_START', {
  factory: () => () => Promise.resolve(undefined),
});

import { InjectionToken } from '@angular/core';

import type { ConnectionLog } from './connection-log.ts';

/** What is told of everything that happens to the connection. */
export type ConnectionRecorder = Omit<Pick<ConnectionLog, keyof ConnectionLog>, 'state$' | 'recordFault'>;

/** Who is told of everything. Default: nobody; with `withConnectionLog`, the {@link ConnectionLog}. */
export const CONNECTION_RECORDER = new InjectionToken<ConnectionRecorder>('CONNECTION_RECORDER');

const ignore = (): void => undefined;

/** Records nothing. */
export const NO_RECORDER: ConnectionRecorder = {
  recordChange: ignore,
  recordRoundTrip: ignore,
  recordFrame: ignore,
  recordReceived: ignore,
  recordForeign: ignore,
  recordUnreadable: ignore,
  recordMissingRange: ignore,
  recordMissed: ignore,
  recordNewCode: ignore,
  recordSends: (send) => (_message, frame) => send(frame),
};

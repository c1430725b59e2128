import { ConnectionLog } from '../diagnostics/connection-log.ts';
import { CONNECTION_RECORDER } from '../diagnostics/connection-recorder.ts';
import type { WebSocketFeature } from './feature.ts';

/** Records what happens to the connection, without a word of what is said over it: inject `ConnectionLog`. */
export function withConnectionLog(): WebSocketFeature {
  return {
    kind: 'connection-log',
    providers: [ConnectionLog, { provide: CONNECTION_RECORDER, useExisting: ConnectionLog }],
  };
}

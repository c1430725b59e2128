import { type FindLogPosition, RESUME_FROM, LogTracker } from '../resume/log-tracker.ts';
import { RESUME } from '../resume/resume.ts';
import type { WebSocketFeature } from './feature.ts';

/**
 * A gateway sends again what this page has missed, each message is shown once and in the order of its `seq`, and
 * `received$` says where in the log it is. Without it messages that come while there is no connection are missed.
 * @param from up to where an earlier page has saved all messages. Default: what `RESUME_FROM` is provided as.
 */
export function withResume(from?: FindLogPosition): WebSocketFeature {
  return {
    kind: 'resume',
    needsGateway: true,
    providers: [
      LogTracker,
      { provide: RESUME, useExisting: LogTracker },
      ...(from === undefined ? [] : [{ provide: RESUME_FROM, useValue: from }]),
    ],
  };
}

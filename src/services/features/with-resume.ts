import { type FindResumePosition, RESUME_FROM, ResumePosition } from '../resume/resume-position.ts';
import { RESUME } from '../resume/resume.ts';
import type { WebSocketFeature } from './feature.ts';

/**
 * A gateway sends again what this page has missed, each message is shown once and in the order of its `seq`, and
 * `received$` says where in the log it is. Without it messages that come while there is no connection are missed.
 * @param from up to where an earlier page has saved all messages. Default: what `RESUME_FROM` is provided as.
 */
export function withResume(from?: FindResumePosition): WebSocketFeature {
  return {
    kind: 'resume',
    needsGateway: true,
    providers: [
      ResumePosition,
      { provide: RESUME, useExisting: ResumePosition },
      ...(from === undefined ? [] : [{ provide: RESUME_FROM, useValue: from }]),
    ],
  };
}

import { InjectionToken } from '@angular/core';

import type { FollowedLog } from './followed-log.ts';
import type { ResumePosition } from './resume-position.ts';

/** What follows the server's log. */
export type LogFollower = Pick<FollowedLog, 'position' | 'sequenceOf' | 'countMissingBefore' | 'receive'>;

/** Where a page resumes. */
export interface Resume extends Pick<ResumePosition, Exclude<keyof ResumePosition, 'log'>> {
  readonly log: LogFollower;
}

/** The {@link ResumePosition}, or nothing: every connection then begins with what is sent from now on. */
export const RESUME = new InjectionToken<Resume>('RESUME');

/** Follows no log: every message is new. */
export const NO_RESUME: Resume = {
  hasGreeted: false,
  log: {
    position: undefined,
    sequenceOf: () => 'next',
    countMissingBefore: () => 0,
    receive: (message) => ({ message, isReplay: false, log: undefined }),
  },
  restore: () => Promise.resolve(),
  reset: () => undefined,
  recordGreeting: () => undefined,
  forgetGreeting: () => undefined,
};

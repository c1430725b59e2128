import { InjectionToken } from '@angular/core';

import type { LogCursor } from './log-cursor.ts';
import type { LogTracker } from './log-tracker.ts';

/** How a page resumes after a loss. */
export interface Resume extends Pick<LogTracker, Exclude<keyof LogTracker, 'log'>> {
  /** The server's log, as far as this page has it. */
  readonly log: Pick<LogCursor, 'position' | 'sequenceOf' | 'countMissingBefore' | 'receive'>;
}

/**
 * How a page resumes. Default: {@link NO_RESUME}, so that every connection begins with what is sent from now on; with
 * `withResume`, the {@link LogTracker}.
 */
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
  expect: () => undefined,
  reset: () => undefined,
  recordGreeting: () => undefined,
  forgetGreeting: () => undefined,
};

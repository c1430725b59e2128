import { InjectionToken } from '@angular/core';

import type { FrameFault } from '../../protocol/index.ts';

/** What the layer says to people. States and problems are codes; these are the sentences for them. */
export interface Texts {
  /** A retry is under way or due. `isRefused`: the server has closed for too many connections or messages. */
  readonly reconnecting: (retry: {
    readonly attempt: number;
    readonly maxAttempts: number;
    readonly isRefused: boolean;
  }) => string;
  /** Why nothing is tried any more: a `ConnectionProblem`. */
  readonly problems: Readonly<Record<ProblemCode, (maxAttempts: number) => string>>;
  /** Why a prompt has failed before any server has seen it: a `DeliveryFailure` of this layer's own. */
  readonly failures: Readonly<Record<FailureCode, string>>;
  /** A frame that can't be read; the fault is there where the gateway's protocol knows it. */
  readonly unreadable: (fault: FrameFault | undefined) => string;
}

type ProblemCode = 'exhausted' | 'too-many' | 'code-revoked' | 'malformed' | 'refused' | 'invalid-url' | 'no-websocket';

type FailureCode = 'outbox_full' | 'cancelled' | 'unencodable' | 'too_large' | 'not_connected';

/** The sentences that the backend uses. Default: codes; `withTexts` sets others. */
export const TEXTS = new InjectionToken<Texts>('TEXTS');

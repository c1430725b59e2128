import type { ErrorCode, MadeWith, ServerMessage } from '../../services/index.ts';
import { advanceJob, isAccepted, isJobMessage } from '../conversation-model/job-lifecycle.ts';
import type { Job } from '../conversation-model/turn.ts';

/** What is known of a job. */
interface KnownJob {
  readonly job: Job;
  readonly madeWith: MadeWith | undefined;
  /** Of the error that has ended it. */
  readonly code: string | undefined;
}

/** With these the engine has begun nothing, and so charges nothing. */
const FREE_ERRORS: ReadonlySet<string | undefined> = new Set<ErrorCode>([
  'engine_unavailable',
  'engine_unauthorized',
  'engine_no_credit',
  'model_not_found',
  'prompt_too_long',
  'options_refused',
]);

/**
 * With what those jobs were to be made that an engine has worked on, and that have ended without a clip: cancelled, too late,
 * in an unknown way. They may have been charged all the same; only the provider's bill says so.
 */
export function unsettledJobs(messages: readonly ServerMessage[]): readonly MadeWith[] {
  const jobs = new Map<string, KnownJob>();
  for (const message of messages) {
    const { jobId } = message;
    if (jobId === undefined || !isJobMessage(message)) continue;
    const known = jobs.get(jobId);
    jobs.set(jobId, {
      job: advanceJob(known?.job, message),
      madeWith: (isAccepted(message) ? message.madeWith : undefined) ?? known?.madeWith,
      code: message.type === 'error' ? message.code : known?.code,
    });
  }
  return [...jobs.values()].flatMap((known) => (isUnsettled(known) ? (known.madeWith ?? []) : []));
}

function isUnsettled({ job: { status, startedAt }, code }: KnownJob): boolean {
  return startedAt !== undefined && (status === 'cancelled' || status === 'failed') && !FREE_ERRORS.has(code);
}

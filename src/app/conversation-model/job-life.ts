import type { ErrorMessage, ImageMessage, SystemMessage } from '../../services/index.ts';
import type { Job } from './turn.ts';

/** The events of a system message that tell about a job. */
export type JobEvent = Extract<
  SystemMessage,
  { readonly event: 'accepted' | 'queued' | 'started' | 'progress' | 'completed' | 'cancelled' }
>;

const JOB_EVENTS: ReadonlySet<string> = new Set<JobEvent['event']>([
  'accepted',
  'queued',
  'started',
  'progress',
  'completed',
  'cancelled',
]);

/** Whether a system message tells about a job, and not about the connection or the conversation. */
export function isJobEvent(message: SystemMessage): message is JobEvent {
  return JOB_EVENTS.has(message.event);
}

/** Whether the job has had its last message: what comes after that changes nothing. */
export function isOver(job: Job | undefined): boolean {
  return job?.status === 'completed' || job?.status === 'cancelled' || job?.status === 'failed';
}

/** The job after one of its events. A lost job that is heard of again goes on. */
export function advanceJob(job: Job | undefined, message: JobEvent): Job {
  if (job !== undefined && isOver(job)) return job;
  const { event, ts } = message;
  switch (event) {
    case 'accepted':
      // A resent prompt is accepted again while its job waits or runs.
      return job === undefined || job.status === 'lost' ? { status: 'accepted' } : job;
    case 'queued':
      return { status: 'queued', position: message.position };
    case 'started':
      return { status: 'running', startedAt: ts };
    case 'progress':
      return {
        status: 'running',
        startedAt: job?.startedAt ?? ts,
        progress: message.progress,
        ...(message.stage !== undefined && { stage: message.stage }),
        ...(message.etaMs !== undefined && { etaMs: message.etaMs }),
      };
    case 'completed':
    case 'cancelled':
      return end(job, event, ts);
  }
}

/** The job after an error that belongs to it. */
export function failJob(job: Job | undefined, message: ErrorMessage): Job {
  return job !== undefined && isOver(job) ? job : end(job, 'failed', message.ts);
}

/** The job after a preview: whoever sends one works, even where `started` was missed. */
export function showPreview(job: Job | undefined, message: ImageMessage): Job {
  return job?.status === 'running' ? job : { status: 'running', startedAt: message.ts };
}

function end(job: Job | undefined, status: Job['status'], endedAt: number): Job {
  return { status, endedAt, ...(job?.startedAt !== undefined && { startedAt: job.startedAt }) };
}

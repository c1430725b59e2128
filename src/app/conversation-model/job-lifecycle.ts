import type { ErrorMessage, ImageMessage, ServerMessage, SystemMessage } from '../../services/index.ts';
import type { Job } from './turn.ts';

/** What happens to a job; `lost` where nothing more can be heard of it, the others as the server tells them. */
export type JobEvent = JobSystemMessage['event'] | 'failed' | 'lost';

/** A system message that tells what happens to a job. */
export type JobSystemMessage = Extract<
  SystemMessage,
  { readonly event: 'accepted' | 'queued' | 'started' | 'progress' | 'completed' | 'cancelled' }
>;

/** How a job ends. */
export type JobEnd = 'completed' | 'cancelled' | 'failed';

/** A message that tells what happens to a job. */
export type JobMessage = JobSystemMessage | ErrorMessage;

const JOB_EVENTS: ReadonlySet<string> = new Set<JobSystemMessage['event']>([
  'accepted',
  'queued',
  'started',
  'progress',
  'completed',
  'cancelled',
]);

/**
 * Whether a message tells what happens to a job, and not about the connection or the conversation. A frame that could
 * not be read (`bad_frame`) tells nothing of any job.
 */
export function isJobMessage(message: ServerMessage): message is JobMessage {
  if (message.type === 'error') return message.code !== 'bad_frame';
  return message.type === 'system' && JOB_EVENTS.has(message.event);
}

/** Whether a message says that a prompt has been accepted, with what was asked and what is to make it. */
export function isAccepted(
  message: ServerMessage,
): message is Extract<JobSystemMessage, { readonly event: 'accepted' }> {
  return message.type === 'system' && message.event === 'accepted';
}

/** What a message says happens to its job. */
export function jobEventOf(message: JobMessage): JobEvent {
  return message.type === 'error' ? 'failed' : message.event;
}

/** How a message ends its job; undefined where it does not. */
export function endOf(message: ServerMessage): JobEnd | undefined {
  const event = isJobMessage(message) ? jobEventOf(message) : undefined;
  return isEnd(event) ? event : undefined;
}

/** Whether a message only says how far its job is, until the next one does. */
export function isProgress(message: ServerMessage): boolean {
  return message.type === 'system' && (message.event === 'queued' || message.event === 'progress');
}

/** Whether the job has had its last message: what comes after that changes nothing. */
export function isOver(job: Job | undefined): boolean {
  return isEnd(job?.status);
}

/** The job after a message of it. A lost job that is heard of again goes on. */
export function advanceJob(job: Job | undefined, message: JobMessage): Job {
  if (job !== undefined && isOver(job)) return job;
  if (message.type === 'error') return endJob(job, 'failed', message.ts);
  const { event, ts } = message;
  switch (event) {
    case 'accepted':
      // A resent prompt is accepted again while its job waits or runs.
      return job === undefined || job.status === 'lost' ? { status: 'accepted' } : job;
    case 'queued':
      return { status: 'queued', position: message.position, ...earlierStart(job) };
    case 'started':
      return { status: 'running', startedAt: ts, ...earlierStart(job) };
    case 'progress':
      return {
        status: 'running',
        startedAt: job?.startedAt ?? ts,
        progress: message.progress,
        ...(job?.hasStartedBefore === true && { hasStartedBefore: true }),
        ...(message.stage !== undefined && { stage: message.stage }),
        ...(message.etaMs !== undefined && { etaMs: message.etaMs }),
      };
    case 'completed':
    case 'cancelled':
      return endJob(job, event, ts);
  }
}

/** The job after a preview: whoever sends one works, even where `started` was missed. */
export function showPreview(job: Job | undefined, message: ImageMessage): Job {
  return job?.status === 'running' ? job : { status: 'running', startedAt: message.ts };
}

/** The job after the log that told of it is gone. */
export function loseJob(job: Job): Job {
  return { ...job, status: 'lost' };
}

function isEnd(word: JobEvent | Job['status'] | undefined): word is JobEnd {
  return word === 'completed' || word === 'cancelled' || word === 'failed';
}

/** What an interrupted job, which waits or starts anew, remembers of its earlier start. */
function earlierStart(job: Job | undefined): Pick<Job, 'hasStartedBefore'> {
  return job?.startedAt === undefined && job?.hasStartedBefore !== true ? {} : { hasStartedBefore: true };
}

function endJob(job: Job | undefined, status: Job['status'], endedAt: number): Job {
  return { status, endedAt, ...(job?.startedAt !== undefined && { startedAt: job.startedAt }) };
}

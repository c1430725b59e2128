import type { PromptMessage, ServerMessage, SystemMessage } from '../../services/index.ts';

/** How a job has ended, or that a prompt was refused. */
export interface JobEnd {
  /** Names it among all of them; empty where the server names none. */
  readonly key: string;
  readonly outcome: 'completed' | 'failed';
  /** The prompt that it answers, where the server says so. */
  readonly promptId?: string;
}

/** What is known of the jobs. Immutable. */
export interface WatchedJobs {
  /** Up to which `seq` the server repeats what was news before this page. */
  readonly replayedTo: number;
  /** What was asked, by the id of the prompt. */
  readonly prompts: ReadonlyMap<string, string>;
  /** The jobs under way of which this page has heard as they went on; 0 to 1. */
  readonly progress: ReadonlyMap<string, number>;
  /** Set by the message that ended a job, and by that one only. */
  readonly ended: JobEnd | null;
}

/** Before the first message. */
export const NO_JOBS: WatchedJobs = { replayedTo: 0, prompts: new Map(), progress: new Map(), ended: null };

/** What is known after a prompt has been sent. */
export function watchPrompt(jobs: WatchedJobs, { id, content }: PromptMessage): WatchedJobs {
  return { ...jobs, prompts: new Map(jobs.prompts).set(id, content), ended: null };
}

/**
 * What is known after a message. A job that this page has seen running ends here also where its end comes late,
 * after a lost connection; one that had ended before the page was loaded does not end again.
 */
export function watchMessage(before: WatchedJobs, message: ServerMessage): WatchedJobs {
  const jobs = { ...before, ended: null };
  if (message.type === 'error') return message.code === 'bad_frame' ? jobs : end(jobs, message, 'failed');
  return message.type === 'system' ? hear(jobs, message) : jobs;
}

function hear(jobs: WatchedJobs, message: SystemMessage): WatchedJobs {
  switch (message.event) {
    case 'welcome':
      return { ...jobs, replayedTo: message.lastSeq };
    case 'accepted':
      return message.prompt === undefined || message.replyTo === undefined
        ? jobs
        : { ...jobs, prompts: new Map(jobs.prompts).set(message.replyTo, message.prompt) };
    case 'started':
      return isNews(jobs, message) ? advance(jobs, message, 0) : jobs;
    case 'progress':
      return advance(jobs, message, message.progress);
    case 'completed':
      return end(jobs, message, 'completed');
    case 'cancelled':
      return leave(jobs, message);
    default:
      return jobs;
  }
}

function advance(jobs: WatchedJobs, message: ServerMessage, progress: number): WatchedJobs {
  return { ...jobs, progress: new Map(jobs.progress).set(keyOf(message), progress) };
}

function leave(jobs: WatchedJobs, message: ServerMessage): WatchedJobs {
  const progress = new Map(jobs.progress);
  progress.delete(keyOf(message));
  return { ...jobs, progress };
}

function end(jobs: WatchedJobs, message: ServerMessage, outcome: JobEnd['outcome']): WatchedJobs {
  const key = keyOf(message);
  if (!isNews(jobs, message) && !jobs.progress.has(key)) return jobs;
  const { replyTo } = message;
  return { ...leave(jobs, message), ended: { key, outcome, ...(replyTo !== undefined && { promptId: replyTo }) } };
}

function isNews({ replayedTo }: WatchedJobs, { seq }: ServerMessage): boolean {
  return seq === undefined || seq > replayedTo;
}

function keyOf({ jobId, replyTo }: ServerMessage): string {
  return jobId ?? replyTo ?? '';
}

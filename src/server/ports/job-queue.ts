import type { PromptMessage } from '../../protocol/index.ts';

/** A prompt on its way to a video. */
export interface Job {
  /** A UUID of the gateway's. */
  readonly id: string;
  /** The user code that it belongs to. */
  readonly code: string;
  readonly prompt: PromptMessage;
}

/** What the queue says to a prompt. */
export interface JobReceipt {
  readonly job: Job;
  /** False where the code had sent this prompt before: nothing was queued again. */
  readonly isNew: boolean;
}

/** Why a prompt was not queued. */
export interface QueueFull {
  /** Jobs of one code that may wait or run at once. */
  readonly limit: number;
}

/** Why a job's signal was aborted: its client cancelled it, or the gateway stops and the job will run again. */
export type AbortReason = 'cancelled' | 'shutdown';

/** What the queue calls. */
export interface JobHandler {
  /** A new job has its place. Awaited before the job is told a position, runs, or is cancelled. */
  accepted(job: Job): Promise<void>;
  /**
   * Runs a job to its end. Resolves when the job is over, cancelled or failed included; a rejection is a fault
   * of the handler. `signal.reason` is an {@link AbortReason}.
   */
  run(job: Job, signal: AbortSignal): Promise<void>;
  /** A job was cancelled before it ran. */
  cancelled(job: Job): Promise<void>;
  /** A job that waits has a place, the first or a new one: 1 is next. */
  moved(job: Job, position: number): void;
}

/** Jobs waiting, in order, each run once. */
export interface JobQueue {
  /**
   * Queues a prompt of a code; the same code and prompt `id` are one job for ever.
   * Resolves after the job's {@link JobHandler.accepted}, for a repeat too.
   * Rejects before `start` and after `close`, and where the handler could not accept the job.
   */
  add(code: string, prompt: PromptMessage): Promise<JobReceipt | QueueFull>;
  /** Cancels a code's job by its prompt's id, waiting or running; false where there is none. */
  cancel(code: string, promptId: string): Promise<boolean>;
  /** Begins to take and hand out jobs. Called once. */
  start(handler: JobHandler): void;
  /** Stops handing out jobs, aborts those that run with reason `shutdown`, and waits for their handlers. */
  close(): Promise<void>;
}

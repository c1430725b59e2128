import type { PromptMessage } from '../../protocol/index.ts';
import type { JobJournal } from '../../engines/index.ts';
import type { MessageDraft } from './event-log.ts';

/** A prompt on its way to a video. */
export interface Job {
  /** A UUID of the gateway's. */
  readonly id: string;
  /** The user code that it belongs to. */
  readonly code: string;
  readonly prompt: PromptMessage;
}

/** A prompt has become a job, now or before. */
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

/** One run of a job. */
export interface JobRun {
  /** Its `reason` is an {@link AbortReason}. */
  readonly signal: AbortSignal;
  /** Whether a gateway that has stopped since may have run the job before, and sent a part of its messages. */
  readonly isRepeat: boolean;
  /** What is stored with the job until its end. */
  readonly journal: JobJournal;
}

/** Jobs of one lane wait for each other, and for no others. */
export interface JobLane {
  readonly id: string;
  /** Jobs of it that run at once. */
  readonly concurrency: number;
}

/** What a run of a job comes to; see {@link JobHandler.run}. */
export type JobOutcome = readonly MessageDraft[] | 'go-on' | undefined;

/**
 * What the queue calls. The messages that its methods return are stored for the job's code in one transaction with
 * the job's new state: after a crash there are both or neither.
 */
export interface JobHandler {
  /** A prompt becomes a job; returns the job's first message. */
  accept(job: Job): MessageDraft;
  /**
   * Runs a job. Resolves with the last messages of the job, which is over then; with `go-on` where it goes on, by another
   * run, when its turn comes in its lane, which may be another one by then; or with undefined where the signal was
   * aborted for a shutdown, and the job is to run again. A rejection is a fault of the handler, and leaves the job open
   * until the queue starts the next time.
   */
  run(job: Job, run: JobRun): Promise<JobOutcome>;
  /** A job is cancelled before it ran; returns its last message. */
  cancelWaiting(job: Job): MessageDraft;
  /** The lane of a job; absent where all are of one. */
  laneOf?(job: Job): JobLane;
  /** A waiting job has got its first position in its lane, or a new one: 1 is next. */
  reportPosition(job: Job, position: number): void;
}

/** Jobs in the order in which they came, each brought to one end, whatever happens to the process. */
export interface JobQueue {
  /**
   * Queues a prompt of a code; the same code and prompt `id` are one job for as long as the queue knows it.
   * Resolves once the job is stored. Rejects before `start` and after `close`, and where the handler throws.
   */
  add(code: string, prompt: PromptMessage): Promise<JobReceipt | QueueFull>;
  /** Cancels a code's job by its prompt's id, waiting or running; false where there is none. */
  cancel(code: string, promptId: string): Promise<boolean>;
  /** Begins to accept and run jobs, first those that were left open. Called once. */
  start(handler: JobHandler): void;
  /** Starts no further job, aborts those that run with reason `shutdown`, and waits for their handlers. */
  close(): Promise<void>;
}

import type { PromptMessage } from '../../protocol/index.ts';
import type { EngineCapacity, JobJournal } from '../../engines/index.ts';
import type { MessageDraft } from './event-log.ts';

/** Whose a job is. */
export interface JobOwner {
  /** The key of the user code that it belongs to: see `limits/code-key.ts`. */
  readonly code: string;
  /** What counts as the address that it came from; empty where that is not known. */
  readonly address: string;
}

/** A prompt on its way to a video. */
export interface Job extends JobOwner {
  /** A UUID of the gateway's. */
  readonly id: string;
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
  /** Whose jobs are too many: those of the code, of its address, or of everybody. */
  readonly of: 'code' | 'address' | 'everybody';
  /** So many of them may wait or run at once. */
  readonly limit: number;
  /** When there may be room again, in milliseconds: an estimate by how long jobs took of late. */
  readonly retryAfterMs: number;
}

/** Whose jobs of a day are used up. */
export interface QuotaUsed {
  readonly quotaOf: 'code' | 'address';
  /** So many may be accepted in a day. */
  readonly limit: number;
  /** When the next day begins, in milliseconds. */
  readonly retryAfterMs: number;
}

/** Why a job's signal was aborted: its client cancelled it, or the gateway stops and the job will run again. */
export type AbortReason = 'cancelled' | 'shutdown';

/**
 * The part of a run in which a job could take the gateway down with it: of a job that has, the next start has to know.
 * Deaths elsewhere in a run are the gateway's own, and count against no job.
 */
export interface DangerousPart {
  /** Stores that a run enters it; returns in how many runs, this one included, it has been entered since it was last left. */
  enter(): Promise<number>;
  /** Stores that it is behind. */
  leave(): Promise<void>;
}

/** How far people have been told that a job is, in all its runs. */
export interface ToldProgress {
  /** 0 to 1; never below what was published, and a little above it at most. */
  readonly progress: number;
  /** Stores a progress before it is published; resolves once it would outlive a crash. Does nothing where more was published. */
  raise(progress: number): Promise<void>;
}

/** One run of a job. */
export interface JobRun {
  /** Its `reason` is an {@link AbortReason}. */
  readonly signal: AbortSignal;
  /** Whether a gateway that has stopped since may have run the job before, and sent a part of its messages. */
  readonly isRepeat: boolean;
  /** What is stored with the job until its end. */
  readonly journal: JobJournal;
  /** Stores a message of the job before its end. Rejects, and stores nothing, where the job is over, or another run has it by now. */
  append(draft: MessageDraft): Promise<void>;
  /** Absent where the queue does not outlive the process. */
  readonly danger?: DangerousPart;
  /** Absent where the queue does not outlive the process. */
  readonly told?: ToldProgress;
}

/** Jobs of one lane wait for each other, and for no others. */
export interface JobLane {
  readonly id: string;
  /** Jobs of it that run at once, at most. */
  readonly concurrency: number;
  /** Jobs of it that can run now, where that may be less: the others wait for their turn. */
  readonly capacity?: EngineCapacity | undefined;
  /** Whether each worker may run so many, as what draws in its process; otherwise all workers together may. */
  readonly isPerWorker?: boolean;
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
  /** Every lane that a job may be of, for a queue whose jobs come from elsewhere; absent where all are of one. */
  lanes?(): readonly JobLane[];
  /** A waiting job has got its first position in its lane, or a new one: 1 is next. */
  reportPosition(job: Job, position: number): void;
  /** A job whose position was reported waits no more, or another process reports it from now on. */
  forgetPosition?(job: Job): void;
}

/** How many jobs of an engine are open. */
export interface JobTally {
  /** The id of the engine. */
  readonly engine: string;
  readonly waiting: number;
  readonly running: number;
}

/** Jobs of everybody in turn, each brought to one end, whatever happens to the process. */
export interface JobQueue {
  /**
   * Queues a prompt; the same code and prompt `id` are one job for as long as the queue knows it.
   * Resolves once the job is stored. Rejects before `start` and after `close`, and where the handler throws.
   */
  add(owner: JobOwner, prompt: PromptMessage): Promise<JobReceipt | QueueFull | QuotaUsed>;
  /** The job that a code's prompt has become, open or ended, for as long as the queue knows it. Stores nothing, so it needs no room. */
  find(code: string, promptId: string): Promise<Job | undefined>;
  /** Cancels a code's job by its prompt's id, waiting or running; false where there is none. */
  cancel(code: string, promptId: string): Promise<boolean>;
  /** How many jobs of each engine wait and run, over all processes; an engine stays in the list once it was seen there. */
  tally(): Promise<readonly JobTally[]>;
  /** Begins to accept jobs, and to run them and those that were left open. Called once. */
  start(handler: JobHandler): void;
  /** Starts no further job, aborts those that run with reason `shutdown`, and waits for their handlers. */
  close(): Promise<void>;
}

import { inject, Service } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { distinctUntilChanged, type Observable, skip, Subject } from 'rxjs';

import {
  type MadeWith,
  type ReceivedMessage,
  ServerClock,
  type ServerMessage,
  WebSocketService,
} from '../../services/index.ts';
import {
  advanceJob,
  endOf,
  isAccepted,
  isJobMessage,
  type JobEvent,
  jobEventOf,
  type JobMessage,
  loseJob,
} from '../conversation-model/job-lifecycle.ts';
import type { Job } from '../conversation-model/turn.ts';

/** A job, or a prompt that was refused, whichever conversation it belongs to. Immutable. */
export interface TrackedJob extends Job {
  /** Names it among all jobs: its id, or else its prompt's; empty where the server names neither. */
  readonly key: string;
  /** The server's name for it; absent with a basic server, and where a prompt was refused. */
  readonly id?: string;
  readonly promptId?: string;
  /** What was asked, where that is known. */
  readonly prompt?: string;
  /** The engine that makes it, where the server says so. */
  readonly madeWith?: MadeWith;
  /** Set where a clip has come of it. */
  readonly hasClip?: true;
  /** Set where it was told in words: without a clip, that is an answer. */
  readonly hasWords?: true;
  /** Whether this page was there when it started or went on, and has not only been told of it later. */
  readonly isFollowed: boolean;
}

/** Whether words are all that came of a job that is completed. */
export function isAnswered({ hasClip, hasWords }: TrackedJob): boolean {
  return hasWords === true && hasClip !== true;
}

/** Something that has happened to a job. */
export interface JobUpdate {
  /** The job after that. */
  readonly job: TrackedJob;
  readonly event: JobEvent;
  /** Whether the server repeats what was told before, as after a reload. */
  readonly isReplay: boolean;
  /** In milliseconds since the Unix epoch, by the server's clock. */
  readonly at: number;
}

/** Follows all jobs of the user code, for everybody who wants to know of them. */
@Service()
export class JobTracker {
  private readonly clock = inject(ServerClock);
  private readonly jobByKey = new Map<string, TrackedJob>();
  private readonly textByPrompt = new Map<string, string>();
  private readonly updates = new Subject<JobUpdate>();

  /** What happens to the jobs, in order. Hot; replays nothing; never errors or completes. */
  readonly updates$: Observable<JobUpdate> = this.updates.asObservable();

  constructor() {
    const socket = inject(WebSocketService);
    socket.sent$.pipe(takeUntilDestroyed()).subscribe(({ id, content }) => this.textByPrompt.set(id, content));
    socket.received$.pipe(takeUntilDestroyed()).subscribe((received) => this.receive(received));
    socket.userCode$.pipe(distinctUntilChanged(), skip(1), takeUntilDestroyed()).subscribe(() => this.reset());
  }

  /** The jobs under way. */
  get active(): readonly TrackedJob[] {
    return [...this.jobByKey.values()];
  }

  /** Another device may have asked, or this one before a reload: the server's answer says what. */
  private recallPrompt(message: JobMessage): void {
    if (!isAccepted(message)) return;
    const { prompt, replyTo } = message;
    if (prompt !== undefined && replyTo !== undefined) this.textByPrompt.set(replyTo, prompt);
  }

  private receive({ message, isReplay, logChange }: ReceivedMessage): void {
    if (logChange === 'replaced') this.loseJobs();
    if (message.type === 'video') this.note(message, { hasClip: true });
    if (message.type === 'text') this.note(message, { hasWords: true });
    if (isJobMessage(message)) this.advance(message, { isReplay });
  }

  private note(message: ServerMessage, what: Pick<TrackedJob, 'hasClip' | 'hasWords'>): void {
    const job = this.jobByKey.get(keyOf(message));
    if (job !== undefined) this.jobByKey.set(job.key, { ...job, ...what });
  }

  private advance(message: JobMessage, { isReplay }: { readonly isReplay: boolean }): void {
    const event = jobEventOf(message);
    this.recallPrompt(message);
    const job = this.nextJob(message, { isLive: !isReplay && (event === 'started' || event === 'progress') });
    if (endOf(message) !== undefined) {
      this.jobByKey.delete(job.key);
      this.textByPrompt.delete(job.promptId ?? '');
    } else this.jobByKey.set(job.key, job);
    this.updates.next({ job, event, isReplay, at: message.ts });
  }

  private nextJob(message: JobMessage, { isLive }: { readonly isLive: boolean }): TrackedJob {
    const { jobId, replyTo } = message;
    const key = keyOf(message);
    const known = this.jobByKey.get(key);
    const promptId = replyTo ?? known?.promptId;
    const prompt = this.textByPrompt.get(promptId ?? '') ?? known?.prompt;
    const told = isAccepted(message) ? message.madeWith : undefined;
    const madeWith = told ?? known?.madeWith;
    return {
      ...advanceJob(known, message),
      key,
      ...(jobId !== undefined && { id: jobId }),
      ...(promptId !== undefined && { promptId }),
      ...(prompt !== undefined && { prompt }),
      ...(madeWith !== undefined && { madeWith }),
      ...(known?.hasClip === true && { hasClip: known.hasClip }),
      ...(known?.hasWords === true && { hasWords: known.hasWords }),
      isFollowed: isLive || known?.isFollowed === true,
    };
  }

  /** Another user code has another log, other jobs and other prompts. */
  private reset(): void {
    this.textByPrompt.clear();
    this.loseJobs();
  }

  private loseJobs(): void {
    const lost = this.active;
    this.jobByKey.clear();
    const at = this.clock.now();
    for (const job of lost) this.updates.next({ job: { ...job, ...loseJob(job) }, event: 'lost', isReplay: false, at });
  }
}

/** Names a message's job among all. */
function keyOf({ jobId, replyTo }: ServerMessage): string {
  return jobId ?? replyTo ?? '';
}

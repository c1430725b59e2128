import { computed, inject, Service, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';

import { isActive } from '../conversation-model/turn.ts';
import { JobTracker, type TrackedJob } from '../jobs/job-tracker.ts';
import { JobsUnreachable } from '../jobs/jobs-unreachable.ts';
import { History } from './history.ts';

/** A job under way. */
export interface RunningJob {
  readonly jobId: string;
  readonly promptId?: string;
  /** 0 to 100, whole; null while nobody knows. */
  readonly percent: number | null;
}

type JobsByConversation = ReadonlyMap<string, readonly RunningJob[]>;

const NONE: JobsByConversation = new Map();

/** Which conversations have jobs under way. */
@Service()
export class RunningJobs {
  private readonly unreachable = inject(JobsUnreachable);
  private readonly running = signal(NONE);

  /** The jobs by their conversations, as long as the server can tell of them; one without any is not in it. */
  readonly jobs = computed(() => (this.unreachable.since() === null ? this.running() : NONE));

  constructor() {
    const history = inject(History);
    inject(JobTracker)
      .updates$.pipe(takeUntilDestroyed())
      .subscribe(({ job, at: ts }) => {
        const { id: jobId, promptId } = job;
        if (jobId === undefined) return;
        const origin = { jobId, ts, ...(promptId !== undefined && { replyTo: promptId }) };
        history.resolveConversation(origin, (conversationId) => this.setJob(conversationId, jobId, job));
      });
  }

  private setJob(conversationId: string, jobId: string, job: TrackedJob): void {
    const jobs = this.running().get(conversationId) ?? [];
    const known = jobs.find((other) => other.jobId === jobId);
    const percent = job.progress === undefined ? null : Math.floor(job.progress * 100);
    if (isActive(job) ? known?.percent === percent : known === undefined) return;
    const { promptId } = job;
    const others = jobs.filter((other) => other !== known);
    const changed = isActive(job)
      ? [...others, { jobId, percent, ...(promptId !== undefined && { promptId }) }]
      : others;
    const next = new Map(this.running());
    if (changed.length > 0) next.set(conversationId, changed);
    else next.delete(conversationId);
    this.running.set(next);
  }
}

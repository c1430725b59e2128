import { computed, inject, Service, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';

import type { ServerMessage } from '../../services/index.ts';
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

/** Knows which conversations have jobs under way. */
@Service()
export class Activity {
  private readonly standstill = inject(JobsUnreachable);
  private readonly running = signal(NONE);

  /** The jobs by their conversations, while anything is heard of them; one without any is not in it. */
  readonly jobs = computed(() => (this.standstill.since() === null ? this.running() : NONE));

  constructor() {
    inject(History)
      .events$.pipe(takeUntilDestroyed())
      .subscribe(({ conversationId, event }) => {
        if (event.kind === 'log-changed') this.running.set(NONE);
        if (event.kind === 'received' && conversationId !== null) this.hear(conversationId, event.message);
      });
  }

  private hear(conversationId: string, message: ServerMessage): void {
    const { jobId } = message;
    if (jobId === undefined) return;
    const jobs = this.running().get(conversationId) ?? [];
    const known = jobs.find((job) => job.jobId === jobId);
    const job = nextJob(known, message, jobId);
    if (job === undefined || job === known || (job !== null && job.percent === known?.percent)) return;
    const others = jobs.filter((other) => other !== known);
    const next = new Map(this.running());
    next.set(conversationId, job === null ? others : [...others, job]);
    if (job === null && others.length === 0) next.delete(conversationId);
    this.running.set(next);
  }
}

/** The job after a message of it; null where it is over. */
function nextJob(known: RunningJob | undefined, message: ServerMessage, jobId: string): RunningJob | null | undefined {
  if (message.type === 'error') return null;
  if (message.type !== 'system') return known;
  const promptId = message.replyTo ?? known?.promptId;
  const job = { jobId, ...(promptId !== undefined && { promptId }) };
  switch (message.event) {
    case 'completed':
    case 'cancelled':
      return null;
    case 'progress':
      return { ...job, percent: Math.floor(message.progress * 100) };
    case 'accepted':
    case 'queued':
    case 'started':
      return { ...job, percent: null };
    default:
      return known;
  }
}

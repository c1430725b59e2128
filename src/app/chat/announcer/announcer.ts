import { LiveAnnouncer } from '@angular/cdk/a11y';
import { effect, inject, Service } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { filter, map, merge } from 'rxjs';

import { type ErrorMessage, WebSocketService } from '../../../services/index.ts';
import { isAnswered, JobTracker, type JobUpdate, type TrackedJob } from '../../jobs/job-tracker.ts';
import { Language } from '../../language/language.ts';
import { injectText } from '../../language/text.ts';
import { errorText } from '../messages/error-text.ts';

const QUARTERS = 4;

/**
 * Tells people who can't see the page what matters: a job's start, each quarter of it, its end, and errors. What a
 * server sends again after a reload was news once, and is none now. The log itself is silent: read aloud token by
 * token, it would be of no use.
 */
@Service()
export class Announcer {
  private readonly live = inject(LiveAnnouncer);
  private readonly language = inject(Language).current;
  private readonly text = injectText();
  private readonly quarterByJob = new Map<string, number>();

  constructor() {
    // What was said in another language is said no more.
    effect(() => {
      this.language();
      this.live.clear();
    });
    const milestones$ = inject(JobTracker).updates$.pipe(
      filter(({ isReplay }) => !isReplay),
      map((update) => this.milestoneText(update)),
    );
    // Not each error is one of a job: the tracker has nothing of a frame that could not be read.
    const errors$ = inject(WebSocketService).received$.pipe(
      filter(({ message, isReplay }) => message.type === 'error' && !isReplay),
      map(({ message }) => this.failureText(message as ErrorMessage)),
    );
    merge(milestones$, errors$)
      .pipe(
        filter((sentence) => sentence !== null),
        takeUntilDestroyed(),
      )
      .subscribe((sentence) => void this.live.announce(sentence));
  }

  private milestoneText({ job, event }: JobUpdate): string | null {
    switch (event) {
      case 'started':
        return this.text('chat.sayStarted');
      case 'progress':
        return this.quarterText(job);
      case 'completed':
        this.quarterByJob.delete(job.key);
        return this.text(isAnswered(job) ? 'chat.sayAnswered' : 'chat.sayCompleted');
      case 'cancelled':
        this.quarterByJob.delete(job.key);
        return this.text('chat.sayCancelled');
      case 'failed':
      case 'lost':
        this.quarterByJob.delete(job.key);
        return null;
      case 'accepted':
      case 'queued':
        return null;
    }
  }

  private quarterText({ key, progress = 0 }: TrackedJob): string | null {
    const reached = Math.floor(progress * QUARTERS);
    if (reached <= (this.quarterByJob.get(key) ?? 0) || reached >= QUARTERS) return null;
    this.quarterByJob.set(key, reached);
    return this.text('chat.sayProgress', { percent: (reached * 100) / QUARTERS });
  }

  private failureText(message: ErrorMessage): string {
    const { cause, detail = '' } = errorText(message, this.text, this.language());
    return this.text('chat.sayError', { cause: `${cause}${detail}` });
  }
}

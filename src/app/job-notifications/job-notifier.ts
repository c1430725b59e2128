import { computed, effect, inject, Service, signal } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { Router } from '@angular/router';
import { asyncScheduler, distinctUntilChanged, map, type Observable, throttleTime } from 'rxjs';

import { WebSocketService, WebSocketStatus } from '../../services/index.ts';
import { History } from '../history/history.ts';
import { isAnswered, JobTracker, type JobUpdate, type TrackedJob } from '../jobs/job-tracker.ts';
import { injectText } from '../language/text.ts';
import { NotificationPreference, SYSTEM_NOTIFICATIONS } from './notification-preference.ts';
import { OpenWindows } from './open-windows.ts';
import { PAGE_HIDDEN } from './page-visibility.ts';
import { type Mark, TabMark } from './tab-mark.ts';

/** How often the tab shows other progress at the most, in milliseconds. */
const PROGRESS_INTERVAL = 1_000;

/** How a job has ended. */
type Outcome = 'completed' | 'failed';

/** Tells people who don't look at the page what its jobs do: in the tab, and by a notification where they want one. */
@Service()
export class JobNotifier {
  private readonly router = inject(Router);
  private readonly preference = inject(NotificationPreference);
  private readonly system = inject(SYSTEM_NOTIFICATIONS);
  private readonly windows = inject(OpenWindows);
  private readonly history = inject(History);
  private readonly tracker = inject(JobTracker);
  private readonly tab = inject(TabMark);
  private readonly text = injectText();

  private readonly isHidden = toSignal(inject(PAGE_HIDDEN), { initialValue: false });
  private readonly unseen = signal<Outcome | null>(null);
  private readonly percent = toSignal(
    this.tracker.updates$.pipe(
      map(() => leadingPercent(this.tracker.active)),
      throttled(),
    ),
    { initialValue: null },
  );
  private readonly status = inject(WebSocketService).status;
  private readonly mark = computed<Mark>(() => this.currentMark());

  constructor() {
    this.tracker.updates$.pipe(takeUntilDestroyed()).subscribe((update) => {
      const outcome = newOutcome(update);
      if (outcome !== null && this.isHidden()) void this.notify(update.job, outcome);
    });
    effect(() => this.tab.current.set(this.mark()));
    effect(() => {
      if (!this.isHidden()) this.dismiss();
    });
  }

  private currentMark(): Mark {
    if (!this.isHidden()) return null;
    const percent = this.percent();
    if (percent !== null && this.status() !== WebSocketStatus.ERROR) return { kind: 'running', percent };
    const kind = this.unseen();
    return kind === null ? null : { kind };
  }

  private async notify(job: TrackedJob, outcome: Outcome): Promise<void> {
    const { key, promptId, prompt } = job;
    this.unseen.set(outcome);
    if (this.preference.state() !== 'on' || (await this.windows.isSeen())) return;
    const address = (): string => (promptId === undefined ? '/' : this.history.addressOfPrompt(promptId));
    const title = this.text(titleOf(job, outcome));
    const body = prompt ?? this.text('settings.notificationOpen');
    const notice = { title, body, tag: `ask-kitten.${key}`, address: address() };
    // By the time of a click, its conversation may be known where it was still being looked up.
    await this.system.show(notice, () => void this.router.navigateByUrl(address()));
  }

  private dismiss(): void {
    this.unseen.set(null);
    this.system.close();
  }
}

/**
 * How a job has ended, where that is news: for one that this page has followed also where it is told late, after a lost
 * connection; for one that had ended before the page was loaded never. What the person cancelled is no news.
 */
function newOutcome({ job, event, isReplay }: JobUpdate): Outcome | null {
  if (event !== 'completed' && event !== 'failed') return null;
  return isReplay && !job.isFollowed ? null : event;
}

function titleOf(job: TrackedJob, outcome: Outcome) {
  if (outcome === 'failed') return 'settings.notificationFailed';
  return isAnswered(job) ? 'settings.notificationAnswered' : 'settings.notificationCompleted';
}

/** The percent of the job that is nearest to its end; null where none runs. */
function leadingPercent(jobs: readonly TrackedJob[]): number | null {
  const running = jobs.filter(({ status, isFollowed }) => status === 'running' && isFollowed);
  return running.length === 0 ? null : Math.floor(Math.max(...running.map(({ progress = 0 }) => progress)) * 100);
}

function throttled(): (source: Observable<number | null>) => Observable<number | null> {
  return (source) =>
    source.pipe(
      distinctUntilChanged(),
      throttleTime(PROGRESS_INTERVAL, asyncScheduler, { leading: true, trailing: true }),
      distinctUntilChanged(),
    );
}

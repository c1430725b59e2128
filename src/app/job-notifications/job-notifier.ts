import { computed, effect, inject, Service, signal } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { Router } from '@angular/router';
import {
  asyncScheduler,
  distinctUntilChanged,
  filter,
  map,
  merge,
  type Observable,
  scan,
  share,
  skip,
  throttleTime,
} from 'rxjs';

import { WebSocketService, WebSocketStatus } from '../../services/index.ts';
import { History } from '../history/history.ts';
import { injectText } from '../language/text.ts';
import { NotificationPreference, SYSTEM_NOTIFICATIONS } from './notification-preference.ts';
import { OpenWindows } from './open-windows.ts';
import { PAGE_HIDDEN } from './page-visibility.ts';
import { type Mark, TabMark } from './tab-mark.ts';
import { type JobEnd, NO_JOBS, type WatchedJobs, watchMessage, watchPrompt } from './watch-jobs.ts';

/** How often the tab tells of progress at the most, in milliseconds. */
const TELL_EVERY = 1_000;

/** Tells people who don't look at the page what its jobs do: in the tab, and by a notification where they want one. */
@Service()
export class JobNotifier {
  private readonly socket = inject(WebSocketService);
  private readonly router = inject(Router);
  private readonly notifications = inject(NotificationPreference);
  private readonly system = inject(SYSTEM_NOTIFICATIONS);
  private readonly windows = inject(OpenWindows);
  private readonly history = inject(History);
  private readonly tab = inject(TabMark);
  private readonly text = injectText();

  private readonly isHidden = toSignal(inject(PAGE_HIDDEN), { initialValue: false });
  private readonly unseen = signal<JobEnd | null>(null);
  private readonly jobs$ = this.watch().pipe(share());
  private readonly percent = toSignal(this.jobs$.pipe(map(leadingPercent), throttled()), { initialValue: null });
  private readonly status = toSignal(this.socket.status$);
  private readonly mark = computed<Mark>(() => this.toTell());

  constructor() {
    this.jobs$
      .pipe(
        filter(({ ended }) => ended !== null),
        takeUntilDestroyed(),
      )
      .subscribe((jobs) => {
        if (jobs.ended !== null && this.isHidden()) void this.tell(jobs.ended, jobs.prompts);
      });
    effect(() => this.tab.current.set(this.mark()));
    effect(() => {
      if (!this.isHidden()) this.forget();
    });
  }

  /** Hot; replays nothing; never errors or completes. */
  private watch(): Observable<WatchedJobs> {
    return merge(
      this.socket.sent$.pipe(map((prompt) => (jobs: WatchedJobs) => watchPrompt(jobs, prompt))),
      this.socket.messages$.pipe(map((message) => (jobs: WatchedJobs) => watchMessage(jobs, message))),
      // What runs under the old code is no longer heard of.
      this.socket.userCode$.pipe(
        distinctUntilChanged(),
        skip(1),
        map(() => () => NO_JOBS),
      ),
    ).pipe(scan((jobs, change) => change(jobs), NO_JOBS));
  }

  private toTell(): Mark {
    if (!this.isHidden()) return null;
    const percent = this.percent();
    if (percent !== null && this.status() !== WebSocketStatus.ERROR) return { kind: 'running', percent };
    const unseen = this.unseen();
    return unseen === null ? null : { kind: unseen.outcome };
  }

  private async tell(end: JobEnd, prompts: WatchedJobs['prompts']): Promise<void> {
    this.unseen.set(end);
    if (this.notifications.state() !== 'on' || (await this.windows.isSeen())) return;
    const address = (): string => (end.promptId === undefined ? '/' : this.history.addressOfPrompt(end.promptId));
    const title = this.text(end.outcome === 'completed' ? 'shell.notificationCompleted' : 'shell.notificationFailed');
    const body = prompts.get(end.promptId ?? '') ?? this.text('shell.notificationOpen');
    const notice = { title, body, tag: `ask-kitten.${end.key}`, address: address() };
    // By the time of a click, its place may be known where it was still being looked up.
    await this.system.show(notice, () => void this.router.navigateByUrl(address()));
  }

  private forget(): void {
    this.unseen.set(null);
    this.system.close();
  }
}

/** The percent of the job that is nearest to its end; null where none runs. */
function leadingPercent({ progress }: WatchedJobs): number | null {
  return progress.size === 0 ? null : Math.floor(Math.max(...progress.values()) * 100);
}

function throttled(): (source: Observable<number | null>) => Observable<number | null> {
  return (source) =>
    source.pipe(
      distinctUntilChanged(),
      throttleTime(TELL_EVERY, asyncScheduler, { leading: true, trailing: true }),
      distinctUntilChanged(),
    );
}

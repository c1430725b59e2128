import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import { interval, map } from 'rxjs';

import { type ImageMessage, type MadeWith, type PromptMessage, ServerClock } from '../../../services/index.ts';
import { GrowingText } from '../../language/growing-text.ts';
import { injectCountText, injectText } from '../../language/text.ts';
import { injectMakerText } from '../../engines/maker-text.ts';
import type { Job } from '../../conversation-model/turn.ts';
import { percentOf, stageText } from './job-text.ts';
import { PastRuns } from '../../estimates/past-runs.ts';
import { remainingTime } from '../../estimates/remaining-time.ts';
import { JobsUnreachable } from '../../jobs/jobs-unreachable.ts';
import { FlickerFreeImage } from '../../media/flicker-free-image.ts';
import { durationText } from '../../language/quantity-text.ts';
import { remainingText, stopwatchText } from './time-text.ts';

/** How far off an engine's own estimate may be, before this device has learned: up to that many times as long. */
const ENGINE_DOUBT = 2;

/** How long a running job may say nothing before people are told, in milliseconds. */
const STALL_MS = 30_000;

/**
 * A job under way: its newest picture, its stage, how far it is, how long it takes, and a way to stop it; all at rest
 * while the server tells nothing more of it.
 */
@Component({
  selector: 'kitten-job-card',
  imports: [GrowingText, MatButton, MatProgressBar, FlickerFreeImage],
  templateUrl: './job-card.html',
  styleUrl: './job-card.scss',
  host: { role: 'article', '[attr.aria-label]': "text('chat.jobCard')", '[class.still]': 'isUnreachable()' },
})
export class JobCard {
  private readonly clock = inject(ServerClock);
  private readonly pastRuns = inject(PastRuns);
  private readonly unreachable = inject(JobsUnreachable);
  private readonly countText = injectCountText();

  readonly job = input.required<Job>();
  /** What was asked, where that is known. */
  readonly prompt = input<PromptMessage>();
  /** The engine that works on it, where that is known. */
  readonly madeWith = input<MadeWith>();
  /** The newest picture of the clip in the making. */
  readonly still = input<ImageMessage>();
  /** Whether a picture is to come, so that its place is reserved. */
  readonly hasFrame = input(false);
  /** Whether the server can be told which job to stop. */
  readonly isCancellable = input(false);
  /** The person wants the job to stop. */
  readonly cancelled = output();

  protected readonly text = injectText();
  private readonly makerText = injectMakerText();
  protected readonly maker = computed(() => this.makerText(this.madeWith()));
  private readonly tick = toSignal(interval(1_000).pipe(map(() => this.clock.now())), {
    initialValue: this.clock.now(),
  });
  private readonly now = computed(() => Math.min(this.tick(), this.unreachable.since() ?? Infinity));
  private readonly lastUpdateAt = linkedSignal({
    source: () => ({ job: this.job(), still: this.still(), unreachable: this.unreachable.since() }),
    computation: () => this.clock.now(),
  });
  private readonly elapsedMs = computed(() => {
    const { status, startedAt } = this.job();
    return status === 'running' && startedAt !== undefined ? Math.max(0, this.now() - startedAt) : null;
  });
  private readonly left = computed(() => {
    const elapsedMs = this.elapsedMs();
    const { progress, hasStartedBefore } = this.job();
    // Of an interrupted job nobody knows since when it has been worked on.
    if (elapsedMs === null || hasStartedBefore === true || this.isUnreachable()) return null;
    return remainingTime(
      { elapsedMs, ...(progress !== undefined && { progress }) },
      this.pastRuns.runsLike(this.prompt()),
    );
  });

  protected readonly isUnreachable = computed(() => this.unreachable.since() !== null);
  protected readonly isCancelling = linkedSignal({ source: () => this.job().status, computation: () => false });
  protected readonly stage = computed(() => stageText(this.job(), this.text));
  protected readonly percent = computed(() => percentOf(this.job()));
  /** It says that it is nearly done, and takes as long as it takes. */
  private readonly isFinishing = computed(() => this.job().progress !== undefined && this.percent() === null);
  protected readonly elapsed = computed(() => {
    const elapsedMs = this.elapsedMs();
    return elapsedMs === null ? null : this.text('chat.elapsed', { time: stopwatchText(elapsedMs) });
  });
  protected readonly isSlow = computed(() => this.left()?.isSlow === true);
  protected readonly remaining = computed(() => {
    const { etaMs } = this.job();
    const left = this.left();
    // Before anything is learned, the engine's own word is the best there is.
    const range =
      left === null && etaMs !== undefined ? ([etaMs, ENGINE_DOUBT * etaMs] as const) : (left?.range ?? null);
    // Of what does not go on nobody knows when it ends.
    if (this.isFinishing() || this.isUnreachable() || this.stalled() !== null) return '';
    return remainingText(range, this.text, this.countText);
  });
  protected readonly stalled = computed(() => {
    const silence = this.now() - this.lastUpdateAt();
    if (this.isUnreachable()) return this.text('chat.jobUnreachable');
    if (this.job().status !== 'running' || silence < STALL_MS) return null;
    return this.text('chat.stalled', { time: durationText(silence, this.countText) });
  });

  protected cancel(): void {
    this.isCancelling.set(true);
    this.cancelled.emit();
  }
}

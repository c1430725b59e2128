import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';

import type { ImageMessage } from '../../../services/index.ts';
import { Picture } from '../../media/picture.ts';
import type { Job } from '../conversation/turn.ts';
import { remainingText, stageText } from './job-text.ts';

/** The system message of a job under way: its newest picture, its stage, how far it is, and a way to stop it. */
@Component({
  selector: 'kitten-job-message',
  imports: [MatButton, MatProgressBar, Picture],
  template: `
    @if (still(); as still) {
      <kitten-picture [image]="still" alt="生成中的画面" />
    } @else if (hasFrame()) {
      <div class="frame"><img src="favicon.svg" alt="" width="48" height="48" /></div>
    }
    <div class="line">
      <span class="stage">{{ stage() }}</span>
      @if (percent() !== null) {
        <span class="percent">{{ percent() }}%</span>
      }
      <span class="remaining">{{ remaining() }}</span>
      @if (isCancellable()) {
        <button matButton type="button" (click)="cancelled.emit()">取消</button>
      }
    </div>
    <mat-progress-bar
      aria-label="生成进度"
      [mode]="percent() === null ? 'indeterminate' : 'determinate'"
      [value]="percent() ?? 0"
    />
  `,
  styleUrl: './job-message.scss',
  host: { role: 'article', 'aria-label': '任务进展' },
})
export class JobMessageView {
  readonly job = input.required<Job>();
  /** The newest picture of the clip in the making. */
  readonly still = input<ImageMessage>();
  /** Whether a picture is to come, so that its place is kept. */
  readonly hasFrame = input(false);
  /** Whether the server can be told which job to stop. */
  readonly isCancellable = input(false);
  /** The person wants the job to stop. */
  readonly cancelled = output();

  protected readonly stage = computed(() => stageText(this.job()));
  protected readonly remaining = computed(() => remainingText(this.job()));
  protected readonly percent = computed(() => {
    const { progress } = this.job();
    return progress === undefined ? null : Math.floor(progress * 100);
  });
}

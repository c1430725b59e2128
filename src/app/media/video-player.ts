import { Component, computed, DestroyRef, type ElementRef, inject, input, linkedSignal, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { mdiRefresh, mdiVideoOffOutline } from '@mdi/js';
import { filter } from 'rxjs';

import { type ImageMessage, type VideoMessage, WebSocketService, WebSocketStatus } from '../../services/index.ts';
import { Icon } from '../icon/icon.ts';
import { aspectRatio } from './aspect-ratio.ts';
import { MediaSourcePipe } from './media-source.ts';
import { Playback } from './playback.ts';

/** Plays a clip in a frame that has its place before the clip has loaded; offers to retry one that does not load. */
@Component({
  selector: 'kitten-video-player',
  imports: [Icon, MatButton, MediaSourcePipe],
  template: `
    @let still = poster() | mediaSource;
    @if (hasFailed()) {
      <div class="failed">
        <kitten-icon [path]="failedIcon" />
        <p>视频无法加载</p>
        <button matButton="tonal" type="button" (click)="hasFailed.set(false)">
          <kitten-icon matButtonIcon [path]="retryIcon" />重试
        </button>
      </div>
    } @else {
      <video
        #player
        controls
        playsinline
        preload="metadata"
        [attr.aria-label]="label()"
        [src]="video() | mediaSource"
        [attr.poster]="video().posterUrl ?? still"
        (play)="playback.begin(player)"
        (error)="hasFailed.set(true)"
      ></video>
    }
  `,
  styleUrl: './video-player.scss',
  host: { '[style.--ratio]': 'ratio()' },
})
export class VideoPlayer {
  /** The clip to play. */
  readonly video = input.required<VideoMessage>();
  /** A still that came apart from the clip; one that the clip names itself goes first. */
  readonly poster = input<ImageMessage>();
  /** What it is, for those who can't see it. */
  readonly label = input('视频');

  protected readonly playback = inject(Playback);
  protected readonly failedIcon = mdiVideoOffOutline;
  protected readonly retryIcon = mdiRefresh;
  protected readonly hasFailed = linkedSignal({ source: this.video, computation: () => false });
  protected readonly ratio = computed(() => aspectRatio(this.video()));
  private readonly player = viewChild<ElementRef<HTMLVideoElement>>('player');

  constructor() {
    // What could not be loaded while the server was away may be there when it is back.
    inject(WebSocketService)
      .status$.pipe(
        filter((status) => status === WebSocketStatus.CONNECTED),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.hasFailed.set(false));
    inject(DestroyRef).onDestroy(() => {
      const player = this.player()?.nativeElement;
      if (player !== undefined) this.playback.forget(player);
    });
  }
}

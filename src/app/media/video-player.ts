import {
  Component,
  computed,
  DestroyRef,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { mdiRefresh, mdiVideoOffOutline } from '@mdi/js';
import { filter } from 'rxjs';

import { type ImageMessage, type VideoMessage, WebSocketService, WebSocketStatus } from '../../services/index.ts';
import { Icon } from '../icon/icon.ts';
import { injectText } from '../language/text.ts';
import { MediaCache } from '../media-cache/media-cache.ts';
import { aspectRatio } from './aspect-ratio.ts';
import { injectCachedCopy } from './cached-copy.ts';
import { failureText, type LoadFailure, loadFailure } from './load-failure.ts';
import { MediaSourcePipe } from './media-source.ts';
import { Playback } from './playback.ts';

/** How a clip went on before its address failed. */
interface Interruption {
  /** In seconds. */
  readonly at: number;
  readonly wasPlaying: boolean;
}

/**
 * Plays a clip in a frame that has its place before the clip has loaded. Where its address fails, the copy on this
 * device goes on in its place; where there is none, it says why and offers to retry.
 */
@Component({
  selector: 'kitten-video-player',
  imports: [Icon, MatButton, MediaSourcePipe],
  templateUrl: './video-player.html',
  styleUrl: './video-player.scss',
  host: { '[style.--ratio]': 'ratio()' },
})
export class VideoPlayer {
  private readonly playback = inject(Playback);
  private readonly mediaCache = inject(MediaCache);

  /** The clip to play. */
  readonly video = input.required<VideoMessage>();
  /** A still that came apart from the clip; one that the clip names itself goes first. */
  readonly poster = input<ImageMessage>();
  /** What it is, for those who can't see it. */
  readonly label = input<string>();

  /** Whether it begins again at its end. */
  readonly isLooping = signal(false);
  /** The element that plays; absent while the clip can't be loaded. */
  readonly element = computed(() => this.player()?.nativeElement);

  protected readonly text = injectText();
  protected readonly failedIcon = mdiVideoOffOutline;
  protected readonly retryIcon = mdiRefresh;
  protected readonly ratio = computed(() => aspectRatio(this.video()));
  protected readonly posterUrl = computed(() => this.video().posterUrl ?? this.poster()?.url);
  protected readonly cached = injectCachedCopy(computed(() => this.video().url));
  protected readonly cachedPoster = injectCachedCopy(this.posterUrl);
  protected readonly failure = linkedSignal<VideoMessage, LoadFailure | 'pending' | null>({
    source: this.video,
    computation: () => null,
  });
  protected readonly preload = computed(() => {
    if (this.cached.url() !== null) return 'auto';
    return this.posterUrl() === undefined && this.poster() === undefined ? 'metadata' : 'none';
  });
  private readonly player = viewChild<ElementRef<HTMLVideoElement>>('player');
  private interruption: Interruption | undefined;

  constructor() {
    // What could not be loaded while the server was away may be there when it is back.
    inject(WebSocketService)
      .status$.pipe(
        filter((status) => status === WebSocketStatus.CONNECTED),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.failure.set(null));
    inject(DestroyRef).onDestroy(() => {
      const player = this.element();
      if (player !== undefined) this.playback.end(player);
    });
  }

  protected begin(element: HTMLVideoElement): void {
    const { id, url } = this.video();
    this.playback.begin({ id, element });
    if (url !== undefined) void this.mediaCache.recordUse(url);
  }

  protected rest(player: HTMLVideoElement): void {
    if (document.pictureInPictureElement !== player) this.playback.end(player);
  }

  protected leavePictureInPicture(player: HTMLVideoElement): void {
    if (player.paused) this.playback.end(player);
  }

  protected async recover(player: HTMLVideoElement): Promise<void> {
    const clip = this.video();
    if (clip.url?.startsWith('http') && this.cached.url() === null) {
      this.interruption = { at: player.currentTime, wasPlaying: !player.paused };
      if (await this.cached.load()) return;
    }
    if (clip !== this.video()) return;
    this.failure.set('pending');
    const cause = await loadFailure(clip.url);
    if (this.failure() === 'pending') this.failure.set(cause);
  }

  protected resume(player: HTMLVideoElement): void {
    const { at, wasPlaying } = this.interruption ?? {};
    this.interruption = undefined;
    if (at) player.currentTime = at;
    // Where the browser wants to be asked again, its own button stands there.
    if (wasPlaying) player.play().catch(() => undefined);
  }

  protected retry(): void {
    this.cached.release();
    this.failure.set(null);
  }

  protected causeText(cause: LoadFailure): string {
    return failureText(cause, this.text);
  }

  /** The keys that players have beyond the browser's own: space and the arrows are there already. */
  protected press(event: KeyboardEvent, player: HTMLVideoElement): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'k') void (player.paused ? player.play().catch(() => undefined) : player.pause());
    else if (event.key === 'm') player.muted = !player.muted;
    else if (event.key === 'f' && document.fullscreenEnabled) void player.requestFullscreen().catch(() => undefined);
    else return;
    event.preventDefault();
  }
}

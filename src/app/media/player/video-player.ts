import {
  Component,
  computed,
  DestroyRef,
  effect,
  ElementRef,
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

import { type ImageMessage, type VideoMessage, WebSocketService, WebSocketStatus } from '../../../services/index.ts';
import { Icon } from '../../icon/icon.ts';
import { Language } from '../../language/language.ts';
import { injectText } from '../../language/text.ts';
import { MediaCache } from '../../media-cache/media-cache.ts';
import { aspectRatio } from '../aspect-ratio.ts';
import { injectCachedCopy } from '../cached-copy.ts';
import { failureText, type LoadFailure, loadFailure } from '../load-failure.ts';
import { MediaSourcePipe } from '../media-source.ts';
import { FrameLength } from './frame-length.ts';
import { PlayInView } from './play-in-view.ts';
import { Playback } from './playback.ts';
import { PlayerControls } from './player-controls.ts';
import { type PlayerCommand, playerCommand } from './player-keys.ts';
import { runCommand } from './run-command.ts';

/** A clip that lasts longer begins again only where somebody wants that, in milliseconds. */
const SHORT_MS = 30_000;
/** How long the controls stay after the pointer has come to rest, in milliseconds. */
const AWAKE_MS = 2_500;

/** How a clip went on before its address failed. */
interface Interruption {
  /** In seconds. */
  readonly at: number;
  readonly wasPlaying: boolean;
}

/**
 * Plays a clip: automatically and muted while it is in view, and as the person commands. Its frame has its size before
 * the clip has loaded. Where the address fails it plays the copy on this device; without a copy it says why, and offers
 * to retry.
 */
@Component({
  selector: 'kitten-video-player',
  imports: [Icon, MatButton, MediaSourcePipe, PlayerControls],
  templateUrl: './video-player.html',
  styleUrl: './video-player.scss',
  host: {
    '[style.--ratio]': 'ratio()',
    '(keydown)': 'handleKey($event)',
    '(pointermove)': 'noticePointer($event)',
    '(pointerleave)': 'noticePointer($event)',
  },
})
export class VideoPlayer {
  private readonly playback = inject(Playback);
  private readonly mediaCache = inject(MediaCache);
  protected readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly language = inject(Language);

  /** The clip to play. */
  readonly video = input.required<VideoMessage>();
  /** A still that came apart from the clip; one that the clip names itself goes first. */
  readonly poster = input<ImageMessage>();
  /** What it is, for those who can't see it. */
  readonly label = input<string>();
  /** When it plays without another click: while it is in view, or at once, since a click has led to it. */
  readonly start = input<'in-view' | 'at-once'>('in-view');
  /** Clips of one group may play side by side. */
  readonly group = input<string>();

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
  protected readonly isShort = computed(() => (this.video().durationMs ?? 0) <= SHORT_MS);
  /** Whether it begins again at its end. */
  protected readonly isLooping = linkedSignal(() => this.isShort());
  /** Whether somebody looks for the controls. */
  protected readonly isAwake = signal(false);
  private readonly player = viewChild<ElementRef<HTMLVideoElement>>('player');
  /** The element that plays; undefined while the clip can't be loaded. */
  readonly medium = computed(() => this.player()?.nativeElement);
  private readonly inView = new PlayInView({ medium: this.medium, group: this.group });
  private readonly frameLength = new FrameLength();
  private interruption: Interruption | undefined;
  private falling: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    // A clip without words can still be played.
    this.language.loadAll().catch(() => undefined);
    effect(() => {
      const medium = this.medium();
      if (medium === undefined) return;
      this.frameLength.follow(medium);
      if (this.start() === 'at-once') void this.playAtOnce(medium);
    });
    // What could not be loaded while the server was away may be there when it is back.
    inject(WebSocketService)
      .status$.pipe(
        filter((status) => status === WebSocketStatus.CONNECTED),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.failure.set(null));
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.falling);
      const medium = this.medium();
      if (medium !== undefined) this.playback.end(medium);
    });
  }

  protected begin(element: HTMLVideoElement): void {
    const { id, url } = this.video();
    const startedBy = this.inView.isPlayingByItself ? 'view' : 'person';
    this.playback.begin({ id, element, group: this.group(), startedBy });
    if (url !== undefined && startedBy === 'person') void this.mediaCache.recordUse(url);
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
    // Where the browser wants to be asked again, the button stands there.
    if (wasPlaying) player.play().catch(() => undefined);
  }

  protected retry(): void {
    this.cached.release();
    this.failure.set(null);
  }

  protected causeText(cause: LoadFailure): string {
    return failureText(cause, this.text);
  }

  /** A finger asks for the controls first; a pointer has them by hovering. */
  protected press(event: MouseEvent): void {
    const isFinger = event instanceof PointerEvent && event.pointerType === 'touch';
    if (!isFinger || this.medium()?.paused !== false) this.obey({ kind: 'toggle' });
    else if (this.isAwake()) this.sleep();
    else this.wake();
  }

  protected handleKey(event: KeyboardEvent): void {
    const command = playerCommand(event);
    if (command === undefined || this.medium() === undefined) return;
    event.preventDefault();
    this.obey(command);
  }

  protected noticePointer({ type, pointerType }: PointerEvent): void {
    if (pointerType === 'touch') return;
    if (type === 'pointerleave') this.sleep();
    else this.wake();
  }

  /** Does what a key, or a button, asks for. */
  obey(command: PlayerCommand): void {
    const medium = this.medium();
    if (medium === undefined) return;
    this.inView.leaveToPerson();
    runCommand(command, { medium, frame: this.element, frameSeconds: this.frameLength.seconds });
    if (command.kind !== 'none') this.wake();
  }

  private async playAtOnce(medium: HTMLVideoElement): Promise<void> {
    this.inView.leaveToPerson();
    await medium.play().catch(() => {
      // Without sound nobody minds.
      medium.muted = true;
      return medium.play().catch(() => undefined);
    });
  }

  private wake(): void {
    this.isAwake.set(true);
    clearTimeout(this.falling);
    this.falling = setTimeout(() => this.sleep(), AWAKE_MS);
  }

  private sleep(): void {
    clearTimeout(this.falling);
    this.isAwake.set(false);
  }
}

import { Component, computed, DestroyRef, DOCUMENT, inject, input, model, output, signal } from '@angular/core';
import {
  mdiFullscreen,
  mdiFullscreenExit,
  mdiPause,
  mdiPictureInPictureBottomRight,
  mdiPlay,
  mdiRepeat,
  mdiVolumeHigh,
  mdiVolumeOff,
} from '@mdi/js';

import { Icon } from '../../icon/icon.ts';
import { Label } from '../../icon/label.ts';
import { injectText } from '../../language/text.ts';
import { injectMediumState } from './medium-state.ts';
import { type PlayerCommand, PlayerShortcuts } from './player-keys.ts';
import { cycledSpeed } from './speeds.ts';
import { setVolume } from './volume.ts';

/** What lies over a clip: a button while it rests, and a bar for whoever looks for it. */
@Component({
  selector: 'kitten-player-controls',
  imports: [Icon, Label],
  templateUrl: './player-controls.html',
  styleUrl: './player-controls.scss',
})
export class PlayerControls {
  private readonly document = inject(DOCUMENT);

  /** The element of the clip. */
  readonly medium = input.required<HTMLVideoElement>();
  /** What fills the screen where that is wanted. */
  readonly frame = input.required<HTMLElement>();
  /** Whether the bar is to be seen; it is also while it has the focus. */
  readonly isAwake = input.required<boolean>();
  /** Whether the clip is short enough to be played over and over. */
  readonly isLoopable = input.required<boolean>();
  /** Whether it is. */
  readonly isLooping = model.required<boolean>();
  /** The person wants something of the clip. */
  readonly commanded = output<PlayerCommand>();

  protected readonly text = injectText();
  protected readonly playIcon = mdiPlay;
  protected readonly pauseIcon = mdiPause;
  protected readonly soundIcon = mdiVolumeHigh;
  protected readonly mutedIcon = mdiVolumeOff;
  protected readonly loopIcon = mdiRepeat;
  protected readonly pictureInPictureIcon = mdiPictureInPictureBottomRight;
  protected readonly fullScreenIcon = mdiFullscreen;
  protected readonly leaveFullScreenIcon = mdiFullscreenExit;
  protected readonly hasPictureInPicture = this.document.pictureInPictureEnabled;
  protected readonly hasFullScreen =
    this.document.fullscreenEnabled || 'webkitEnterFullscreen' in HTMLVideoElement.prototype;
  protected readonly isFull = signal(false);
  protected readonly state = injectMediumState(this.medium, this.isAwake);
  protected readonly played = computed(() => this.state.time() / (this.state.duration() || 1));
  protected readonly loudness = computed(() => `${Math.round(this.state.volume() * 100)}%`);
  protected readonly speed = computed(() => `${this.state.speed()}×`);

  constructor() {
    inject(PlayerShortcuts);
    const controller = new AbortController();
    const follow = (): void => this.isFull.set(this.document.fullscreenElement === this.frame());
    this.document.addEventListener('fullscreenchange', follow, { signal: controller.signal });
    inject(DestroyRef).onDestroy(() => controller.abort());
  }

  protected seek({ target }: Event): void {
    if (!(target instanceof HTMLInputElement)) return;
    this.medium().currentTime = target.valueAsNumber;
    this.commanded.emit({ kind: 'none' });
  }

  protected changeVolume({ target }: Event): void {
    if (!(target instanceof HTMLInputElement)) return;
    setVolume(this.medium(), target.valueAsNumber);
    this.commanded.emit({ kind: 'none' });
  }

  /** What moves the slider does not move the clip too. */
  protected keepKeys(event: KeyboardEvent): void {
    if (/^(Arrow|Page|Home|End)/.test(event.key)) event.stopPropagation();
  }

  protected changeSpeed(): void {
    this.medium().playbackRate = cycledSpeed(this.state.speed());
  }

  protected async togglePictureInPicture(): Promise<void> {
    const medium = this.medium();
    try {
      if (this.document.pictureInPictureElement === medium) await this.document.exitPictureInPicture();
      else await whenLoaded(medium).then(() => medium.requestPictureInPicture());
    } catch {
      // The person has turned it off in the browser, or the clip does not load, which the player says.
    }
  }
}

/** A clip that nobody has played yet has no picture to show elsewhere. */
function whenLoaded(element: HTMLVideoElement): Promise<unknown> {
  return element.readyState >= HTMLMediaElement.HAVE_METADATA ? Promise.resolve() : element.play();
}

import { DestroyRef, DOCUMENT, ElementRef, effect, inject, InjectionToken, type Signal } from '@angular/core';

import { Playback } from './playback.ts';

/** How much of a clip is in view when it begins, and when it rests. */
const ENOUGH = 0.6;
const TOO_LITTLE = 0.2;

/** Whether clips may move by themselves: a person may want less motion, or less on the line. */
export const MAY_MOVE = new InjectionToken<() => boolean>('MAY_MOVE', {
  factory: () => {
    const view = inject(DOCUMENT).defaultView;
    const connection = (view?.navigator as { connection?: { saveData?: boolean } } | undefined)?.connection;
    const reduced = view?.matchMedia('(prefers-reduced-motion: reduce)');
    return () => reduced?.matches !== true && connection?.saveData !== true;
  },
});

/** What plays by itself. */
export interface InView {
  /** The element of the clip; undefined where it can't be loaded. */
  readonly medium: Signal<HTMLVideoElement | undefined>;
  /** Clips that may play side by side. */
  readonly group: Signal<string | undefined>;
}

/** Has a clip play, without sound, while it is in view. */
export class PlayInView {
  private readonly playback = inject(Playback);
  private readonly mayMove = inject(MAY_MOVE);
  private readonly document = inject(DOCUMENT);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly clip: InView;
  private isInView = false;
  private isOurs = false;
  private isDeclined = false;

  /** In an injection context: of the component that shows the clip. */
  constructor(clip: InView) {
    this.clip = clip;
    const observer = new IntersectionObserver((entries) => this.look(entries.at(-1)?.intersectionRatio ?? 0), {
      threshold: [0, TOO_LITTLE, ENOUGH],
    });
    observer.observe(this.host);
    const controller = new AbortController();
    this.document.addEventListener('visibilitychange', () => this.follow(), { signal: controller.signal });
    // Another element has another clip, or the same one once more.
    effect(() => {
      if (clip.medium() === undefined) return;
      this.isOurs = false;
      this.isDeclined = false;
      this.follow();
    });
    inject(DestroyRef).onDestroy(() => {
      observer.disconnect();
      controller.abort();
    });
  }

  /** Whether it was begun here, and by no person. */
  get isPlayingByItself(): boolean {
    return this.isOurs;
  }

  /** A person has begun it or brought it to rest: from now on it is theirs. */
  leaveToPerson(): void {
    this.isOurs = false;
    this.isDeclined = true;
  }

  private look(part: number): void {
    if (part >= ENOUGH === this.isInView && part > TOO_LITTLE) return;
    this.isInView = part >= ENOUGH || (this.isInView && part > TOO_LITTLE);
    this.follow();
  }

  private follow(): void {
    const medium = this.clip.medium();
    if (medium === undefined) return;
    if (this.isInView && !this.document.hidden) this.begin(medium);
    else this.rest(medium);
  }

  private begin(medium: HTMLVideoElement): void {
    if (this.isDeclined || !medium.paused || !this.mayMove() || !this.playback.isFreeFor(this.clip.group())) return;
    this.isOurs = true;
    medium.muted = true;
    // Where the browser wants to be asked by a person, the button stands there.
    medium.play().catch(() => (this.isOurs = false));
  }

  private rest(medium: HTMLVideoElement): void {
    if (!this.isOurs || this.document.pictureInPictureElement === medium) return;
    medium.pause();
  }
}

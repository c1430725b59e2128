import { Service, signal } from '@angular/core';

/** A clip that plays. */
export interface PlayingClip {
  /** The `id` of its message. */
  readonly id: string;
  readonly element: HTMLMediaElement;
}

/** Lets one clip play at a time, wherever it is shown. */
@Service()
export class Playback {
  private readonly playing = signal<PlayingClip | null>(null);

  /** The clip that plays now; one in a picture-in-picture window counts while it is paused as well. */
  readonly current = this.playing.asReadonly();

  /** Pauses whatever else plays. */
  begin(clip: PlayingClip): void {
    const before = this.playing();
    this.playing.set(clip);
    if (before !== null && before.element !== clip.element) before.element.pause();
  }

  /** A clip has come to rest, or leaves the page. */
  end(element: HTMLMediaElement): void {
    if (this.playing()?.element === element) this.playing.set(null);
  }
}

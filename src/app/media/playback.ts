import { Service } from '@angular/core';

/** Lets one clip play at a time. */
@Service()
export class Playback {
  private current: HTMLMediaElement | undefined;

  /** Pauses whatever else plays. */
  begin(medium: HTMLMediaElement): void {
    if (this.current !== medium) this.current?.pause();
    this.current = medium;
  }

  /** Forgets a clip that leaves the page. */
  forget(medium: HTMLMediaElement): void {
    if (this.current === medium) this.current = undefined;
  }
}

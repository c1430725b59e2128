import { LiveAnnouncer } from '@angular/cdk/a11y';
import { inject, Service, signal } from '@angular/core';

/** How long a notice stands, in milliseconds. */
const DURATION = 4_000;

/** Tells people in passing what has happened. */
@Service()
export class Notices {
  private readonly live = inject(LiveAnnouncer);
  private readonly text = signal<string | null>(null);
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** What stands there now; null where nothing does. */
  readonly current = this.text.asReadonly();

  /** Shows a text for some seconds, in place of the one before. */
  show(text: string): void {
    clearTimeout(this.timer);
    this.text.set(text);
    void this.live.announce(text);
    this.timer = setTimeout(() => this.text.set(null), DURATION);
  }
}

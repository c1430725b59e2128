import { LiveAnnouncer } from '@angular/cdk/a11y';
import { inject, Service, signal } from '@angular/core';

/** How long a notice stands, in milliseconds; one with something to do stays for as long as it takes to get there. */
const DURATION = 4_000;
const DURATION_WITH_ACTION = 12_000;

/** What a notice offers to do. */
export interface NoticeAction {
  readonly label: string;
  readonly run: () => void;
}

/** Tells people in passing what has happened. */
@Service()
export class Notices {
  private readonly live = inject(LiveAnnouncer);
  private readonly text = signal<string | null>(null);
  private readonly offer = signal<NoticeAction | null>(null);
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** What stands there now; null where nothing does. */
  readonly current = this.text.asReadonly();
  /** What it offers to do; null where that is nothing. */
  readonly action = this.offer.asReadonly();

  /** Shows a text for some seconds, in place of the one before. */
  show(text: string, action: NoticeAction | null = null): void {
    clearTimeout(this.timer);
    this.text.set(text);
    this.offer.set(action);
    void this.live.announce(action === null ? text : `${text} ${action.label}`);
    this.timer = setTimeout(() => this.clear(), action === null ? DURATION : DURATION_WITH_ACTION);
  }

  /** Does what the notice offers, which is done with then. */
  act(): void {
    const action = this.offer();
    this.clear();
    action?.run();
  }

  private clear(): void {
    clearTimeout(this.timer);
    this.text.set(null);
    this.offer.set(null);
  }
}

import { DestroyRef, inject, Service, signal } from '@angular/core';

import { startOfDay, startOfDayAfter } from './day.ts';

/** Knows which day it is, also in a page that stays open over midnight. */
@Service()
export class Today {
  private readonly day = signal(startOfDay(Date.now()));
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Its first moment, in milliseconds since the Unix epoch. */
  readonly start = this.day.asReadonly();

  constructor() {
    this.awaitMidnight();
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  private awaitMidnight(): void {
    const now = Date.now();
    this.day.set(startOfDay(now));
    this.timer = setTimeout(() => this.awaitMidnight(), startOfDayAfter(now, 1) - now);
  }
}

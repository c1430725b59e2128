import { DestroyRef, inject, Service, signal } from '@angular/core';

/** The first moment of the day of a moment, in the device's time zone; both in milliseconds since the Unix epoch. */
export function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/** The first moment of the day that is `days` after the one of a moment. Days may have 23 or 25 hours. */
export function startOfDayAfter(at: number, days: number): number {
  const day = new Date(startOfDay(at));
  return day.setDate(day.getDate() + days);
}

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

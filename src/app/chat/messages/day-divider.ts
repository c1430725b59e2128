import { Component, computed, inject, input } from '@angular/core';

import { Language } from '../../language/language.ts';
import { injectText } from '../../language/text.ts';
import { startOfDayAfter, Today } from './today.ts';

/** A line across the conversation where a day begins. */
@Component({
  selector: 'kitten-day-divider',
  template: `<span>{{ name() }}</span>`,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: 12px;
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-label-medium);
    }
    :host::before,
    :host::after {
      flex: 1;
      min-width: 12px;
      border-top: 1px solid var(--mat-sys-outline-variant);
      content: '';
    }
  `,
  host: { role: 'separator', '[attr.aria-label]': 'name()' },
})
export class DayDivider {
  private readonly text = injectText();
  private readonly language = inject(Language);
  private readonly today = inject(Today);

  /** Its first moment, in milliseconds since the Unix epoch. */
  readonly day = input.required<number>();

  protected readonly name = computed(() => {
    const [day, today] = [this.day(), this.today.start()];
    if (day === today) return this.text('history.today');
    if (day === startOfDayAfter(today, -1)) return this.text('history.yesterday');
    return this.date();
  });
  /** The year is only worth a word where it is another. */
  private readonly date = computed(() => {
    const isThisYear = new Date(this.day()).getFullYear() === new Date(this.today.start()).getFullYear();
    return new Intl.DateTimeFormat(this.language.current(), {
      weekday: 'short',
      month: 'short',
      day: 'numeric',
      ...(!isThisYear && { year: 'numeric' }),
    }).format(this.day());
  });
}

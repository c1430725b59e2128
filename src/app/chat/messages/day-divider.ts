import { Component, computed, inject, input } from '@angular/core';

import { startOfDayAfter } from '../../calendar/day.ts';
import { Today } from '../../calendar/today.ts';
import { Language } from '../../language/language.ts';
import { injectText } from '../../language/text.ts';

/** A line across the conversation where a day begins. */
@Component({
  selector: 'kitten-day-divider',
  template: `<span>{{ name() }}</span>`,
  styleUrl: './labelled-line.scss',
  styles: ':host { font: var(--mat-sys-label-medium); }',
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

import { Component, computed, inject, input } from '@angular/core';

import { GrowingText } from '../../language/growing-text.ts';
import { Language } from '../../language/language.ts';

/** The hour and minute, and the whole date, in one language. */
interface Formats {
  readonly time: Intl.DateTimeFormat;
  readonly full: Intl.DateTimeFormat;
}

/** Made once for each language: to make one takes longer than to show the row that it is for. */
const FORMATS = new Map<string, Formats>();

function formatsOf(language: string): Formats {
  const known = FORMATS.get(language);
  if (known !== undefined) return known;
  const formats = {
    time: new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    full: new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'medium' }),
  };
  FORMATS.set(language, formats);
  return formats;
}

/** When something was said: the hour and minute, and the whole date for who asks. */
@Component({
  selector: 'kitten-message-time',
  imports: [GrowingText],
  template: `<time [attr.datetime]="datetime()" [attr.title]="full()" [kittenGrowingText]="time()"></time>`,
})
export class MessageTime {
  private readonly language = inject(Language);

  /** In milliseconds since the Unix epoch. */
  readonly at = input.required<number>();

  private readonly formats = computed(() => formatsOf(this.language.current()));
  protected readonly datetime = computed(() => new Date(this.at()).toISOString());
  protected readonly time = computed(() => this.formats().time.format(this.at()));
  protected readonly full = computed(() => this.formats().full.format(this.at()));
}

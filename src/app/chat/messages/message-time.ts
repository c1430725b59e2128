import { Component, computed, inject, input } from '@angular/core';

import { Language } from '../../language/language.ts';

/** When something was said: the hour and minute, and the whole date for who asks. */
@Component({
  selector: 'kitten-message-time',
  template: `<time [attr.datetime]="datetime()" [attr.title]="full()">{{ time() }}</time>`,
})
export class MessageTime {
  private readonly language = inject(Language);

  /** In milliseconds since the Unix epoch. */
  readonly at = input.required<number>();

  protected readonly datetime = computed(() => new Date(this.at()).toISOString());
  protected readonly time = computed(() => this.format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }));
  protected readonly full = computed(() => this.format({ dateStyle: 'full', timeStyle: 'medium' }));

  private format(options: Intl.DateTimeFormatOptions): string {
    return new Intl.DateTimeFormat(this.language.current(), options).format(this.at());
  }
}

import { Component, computed, inject, input } from '@angular/core';
import { mdiAlertCircleOutline } from '@mdi/js';

import type { ErrorMessage } from '../../../services/index.ts';
import { Icon } from '../../icon/icon.ts';
import { Language } from '../../language/language.ts';
import { injectCountText, injectText } from '../../language/text.ts';
import { waitText } from '../../language/quantity-text.ts';
import { errorText } from './error-text.ts';

/** Codes whose cause says what comes of another try: that it may be charged again, or should be a shorter one. */
const CAUSE_SAYS_IT: readonly string[] = ['engine_uncertain', 'engine_timeout'];

/** What went wrong: its cause for people, and its code to quote. */
@Component({
  selector: 'kitten-error-message',
  imports: [Icon],
  template: `
    <kitten-icon [path]="icon" />
    <div>
      <p class="cause">{{ shown().cause }}</p>
      @if (shown().detail; as detail) {
        <p>{{ detail }}</p>
      }
      @if (message().detail; as detail) {
        <p>{{ text('chat.engineSaid', { detail }) }}</p>
      }
      @if (hint()) {
        <p class="hint">{{ hint() }}</p>
      }
      <p class="code">{{ text('chat.errorCode', { code: message().code }) }}</p>
    </div>
  `,
  styleUrl: './error-message.scss',
  host: { role: 'article', '[attr.aria-label]': "text('chat.error')" },
})
export class ErrorMessageView {
  private readonly language = inject(Language);
  private readonly countText = injectCountText();

  readonly message = input.required<ErrorMessage>();

  protected readonly text = injectText();
  protected readonly icon = mdiAlertCircleOutline;
  protected readonly shown = computed(() => errorText(this.message(), this.text, this.language.current()));
  protected readonly hint = computed(() => {
    const { code, retryable, retryAfterMs } = this.message();
    if (CAUSE_SAYS_IT.includes(code)) return null;
    // What nothing sends again by itself may have its time too: a day's jobs are used up until the next.
    if (retryAfterMs === undefined) return retryable ? this.text('chat.retryLater') : null;
    return this.text('chat.retryAfter', { time: waitText(retryAfterMs, this.countText) });
  });
}

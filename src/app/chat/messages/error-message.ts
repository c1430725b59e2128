import { Component, computed, input } from '@angular/core';
import { mdiAlertCircleOutline } from '@mdi/js';

import type { ErrorMessage } from '../../../services/index.ts';
import { Icon } from '../../icon/icon.ts';
import { errorText } from './error-text.ts';

/** What went wrong: its cause for people, and its code to quote. */
@Component({
  selector: 'kitten-error-message',
  imports: [Icon],
  template: `
    <kitten-icon [path]="icon" />
    <div>
      <p>{{ text() }}</p>
      @if (hint()) {
        <p class="hint">{{ hint() }}</p>
      }
      <p class="code">错误码 {{ message().code }}</p>
    </div>
  `,
  styleUrl: './error-message.scss',
  host: { role: 'article', 'aria-label': '错误' },
})
export class ErrorMessageView {
  readonly message = input.required<ErrorMessage>();

  protected readonly icon = mdiAlertCircleOutline;
  protected readonly text = computed(() => errorText(this.message()));
  protected readonly hint = computed(() => {
    const { retryable, retryAfterMs } = this.message();
    if (!retryable) return null;
    return retryAfterMs === undefined ? '可以稍后再试。' : `可以在 ${Math.ceil(retryAfterMs / 1_000)} 秒后再试。`;
  });
}

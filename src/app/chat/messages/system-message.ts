import { Component, input } from '@angular/core';

import type { SystemMessage, UnknownMessage } from '../../../services/index.ts';
import { injectText } from '../../language/text.ts';
import type { TextSource } from '../../language/texts.ts';

/** A compact line about the conversation or a job. */
@Component({
  selector: 'kitten-system-message',
  template: `{{ content() }}`,
  styles: `
    :host {
      display: block;
      padding: 2px 4px;
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-body-small);
      overflow-wrap: anywhere;
      white-space: pre-wrap;
    }
  `,
  host: { role: 'article', '[attr.aria-label]': "text('chat.systemMessage')" },
})
export class SystemMessageView {
  readonly content = input.required<string>();

  protected readonly text = injectText();
}

/** What a line about the conversation says. */
export function systemText(message: SystemMessage | UnknownMessage, text: TextSource): string {
  if (message.type === 'unknown') return text('chat.unknownMessage', { type: message.sourceType });
  return message.content ?? '';
}

import { Component, input } from '@angular/core';

/** A compact line about the conversation or a job. */
@Component({
  selector: 'kitten-system-message',
  template: `{{ content() }}`,
  styles: `
    :host {
      display: block;
      padding: 2px 8px;
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-body-small);
      overflow-wrap: anywhere;
      white-space: pre-wrap;
    }
  `,
  host: { role: 'article', 'aria-label': '系统消息' },
})
export class SystemMessageView {
  readonly content = input.required<string>();
}

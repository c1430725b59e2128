import { Component, computed, input } from '@angular/core';

import { injectCountText, injectText } from '../../language/text.ts';

/** A line across the conversation where something of it is missing. */
@Component({
  selector: 'kitten-gap-message',
  template: `<span>{{ line() }}</span>`,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: 12px;
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-body-small);
      text-align: center;
    }
    :host::before,
    :host::after {
      flex: 1;
      min-width: 12px;
      border-top: 1px dashed var(--mat-sys-outline);
      content: '';
    }
  `,
  host: { role: 'article', '[attr.aria-label]': "text('chat.systemMessage')" },
})
export class GapMessageView {
  /** How many of the server's messages are gone; null where nobody knows. */
  readonly missing = input.required<number | null>();

  protected readonly text = injectText();
  private readonly countText = injectCountText();
  protected readonly line = computed(() => {
    const missing = this.missing();
    return missing === null ? this.text('chat.gapUnknown') : this.countText('chat.gap', missing);
  });
}

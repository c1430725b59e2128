import { Component, computed, input } from '@angular/core';

import { injectCountText, injectText } from '../../language/text.ts';

/** A line across the conversation where something of it is missing. */
@Component({
  selector: 'kitten-gap-message',
  template: `<span>{{ line() }}</span>`,
  styleUrl: './labelled-line.scss',
  styles: `
    :host {
      --line: dashed var(--mat-sys-outline);
      font: var(--mat-sys-body-small);
      text-align: center;
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

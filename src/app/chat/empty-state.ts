import { Component, inject, output } from '@angular/core';

import { Language } from '../language/language.ts';
import { injectText } from '../language/text.ts';
import { ExampleCards } from './example-cards.ts';

/** What stands in a conversation that has not begun. Its examples come when the page is connected, into their place. */
@Component({
  selector: 'kitten-empty-state',
  imports: [ExampleCards],
  template: `
    <img src="favicon.svg" alt="" width="96" height="96" />
    <h2>{{ text('chat.emptyTitle') }}</h2>
    <p>{{ text('chat.emptyHint') }}</p>
    <div class="examples">
      @defer (when language.hasAll()) {
        <kitten-example-cards (picked)="picked.emit($event)" />
      }
    </div>
  `,
  styleUrl: './empty-state.scss',
})
export class EmptyState {
  /** The person picks an example. */
  readonly picked = output<string>();

  protected readonly language = inject(Language);
  protected readonly text = injectText();
}

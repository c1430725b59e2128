import { Component, output } from '@angular/core';
import { MatButton } from '@angular/material/button';

import { injectText } from '../language/text.ts';

/** Prompts that show what can be asked for. */
const EXAMPLES = ['chat.exampleCat', 'chat.exampleBoat', 'chat.exampleRabbit'] as const;

/** What stands in a conversation that has not begun. */
@Component({
  selector: 'kitten-empty-state',
  imports: [MatButton],
  template: `
    <img src="favicon.svg" alt="" width="96" height="96" />
    <h2>{{ text('chat.emptyTitle') }}</h2>
    <p>{{ text('chat.emptyHint') }}</p>
    <div class="examples">
      @for (example of examples; track example) {
        <button matButton="outlined" type="button" (click)="picked.emit(text(example))">{{ text(example) }}</button>
      }
    </div>
  `,
  styleUrl: './empty-state.scss',
})
export class EmptyState {
  /** The person picks an example. */
  readonly picked = output<string>();

  protected readonly text = injectText();
  protected readonly examples = EXAMPLES;
}

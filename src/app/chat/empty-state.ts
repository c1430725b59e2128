import { Component, inject, output } from '@angular/core';
import { MatButton } from '@angular/material/button';

import { Language } from '../language/language.ts';
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
      <button matButton="outlined" type="button" (click)="surprise()">{{ text('chat.surprise') }}</button>
    </div>
  `,
  styleUrl: './empty-state.scss',
})
export class EmptyState {
  /** The person picks an example. */
  readonly picked = output<string>();

  protected readonly text = injectText();
  protected readonly examples = EXAMPLES;
  private readonly language = inject(Language);

  /** One of many ideas, by chance. They come with the texts of the other pages; without a network, one of the examples. */
  protected async surprise(): Promise<void> {
    const ideas = await this.language.loadAll().then(
      () => this.text('making.ideas').split('|'),
      () => EXAMPLES.map((example) => this.text(example)),
    );
    const idea = ideas[Math.floor(Math.random() * ideas.length)];
    if (idea !== undefined) this.picked.emit(idea);
  }
}

import { Component, computed, input } from '@angular/core';

import { GrowingMarkdown } from './growing-markdown.ts';
import { MarkdownBlocks } from './markdown-blocks.ts';

/** A text of the bot's as markdown. What is settled of it is shown once, however long it goes on. */
@Component({
  selector: 'kitten-markdown',
  imports: [MarkdownBlocks],
  template: `
    @for (stretch of stretches(); track stretch.start) {
      <kitten-markdown-blocks [class.growing]="isGrowing() && $last" [blocks]="stretch.blocks" />
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 0.75em;
      min-width: 0;
      overflow-wrap: anywhere;
    }
  `,
})
export class Markdown {
  readonly content = input.required<string>();
  /** Whether more of it is to come. */
  readonly isGrowing = input(false);

  private readonly reader = new GrowingMarkdown();
  protected readonly stretches = computed(() =>
    this.reader.read(this.content(), this.isGrowing() ? 'growing' : 'whole'),
  );
}

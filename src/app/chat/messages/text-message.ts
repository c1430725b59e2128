import { NgComponentOutlet } from '@angular/common';
import { Component, computed, inject, input } from '@angular/core';

import { injectText } from '../../language/text.ts';
import { GrowingText } from '../../language/growing-text.ts';
import { MarkdownView } from '../markdown/markdown-view.ts';

/** A text of either side: the bot's with markdown, the person's as it was written. Nothing in it is ever HTML. */
@Component({
  selector: 'kitten-text-message',
  imports: [GrowingText, NgComponentOutlet],
  template: `
    <div class="text">
      @if (markdown(); as markdown) {
        <ng-container [ngComponentOutlet]="markdown" [ngComponentOutletInputs]="inputs()" />
      } @else {
        <p dir="auto" [kittenGrowingText]="content()"></p>
      }
    </div>
    <ng-content />
  `,
  styleUrl: './text-message.scss',
  host: {
    role: 'article',
    '[attr.aria-label]': 'label()',
    '[attr.data-author]': 'author()',
    '[class.growing]': 'isGrowing()',
  },
})
export class TextMessageView {
  private readonly view = inject(MarkdownView);

  readonly content = input.required<string>();
  readonly author = input.required<'user' | 'bot'>();
  /** Whether more of it is to come. */
  readonly isGrowing = input(false);

  private readonly text = injectText();
  protected readonly label = computed(() => this.text(this.author() === 'user' ? 'chat.mine' : 'chat.bots'));
  protected readonly markdown = computed(() => (this.author() === 'bot' ? this.view.component() : null));
  protected readonly inputs = computed(() => ({ content: this.content(), isGrowing: this.isGrowing() }));
}

import { Component, computed, input } from '@angular/core';
import remend from 'remend';

import { lexMarkdown } from './lex-markdown.ts';
import { MarkdownBlocks } from './markdown-blocks.ts';
import type { Block } from './syntax-tree.ts';
import { readBlocks } from './read-blocks.ts';

/** A stretch of a text that is read as a whole: a paragraph, a list, a table … */
export interface Stretch {
  /** Where it begins in the text: no other begins there, and it begins there however long it grows. */
  readonly start: number;
  readonly blocks: readonly Block[];
}

/** A definition of a link that stands apart from it, `[name]: address`: what was read before may refer to it. */
const DEFINITION = /^ {0,3}\[[^\]]+\]:/m;

/**
 * Reads a text as markdown while it grows. All but its last stretch is settled: it is read once, and the same object
 * ever after, so that nothing of it has to be shown anew. What is half written at the end is read as if it were whole.
 */
export class GrowingMarkdown {
  private settled: readonly Stretch[] = [];
  private settledText = '';

  /** The stretches of the text as it is now. */
  read(content: string, progress: 'growing' | 'whole'): readonly Stretch[] {
    const text = content.replaceAll(/\r\n?/g, '\n');
    const mustReread = progress === 'whole' && this.settled.length > 0 && DEFINITION.test(text);
    if (mustReread || !text.startsWith(this.settledText)) this.forget();
    const tail = this.settle(text);
    if (tail === '') return this.settled;
    const mended = progress === 'growing' ? remend(tail, { linkMode: 'text-only', htmlTags: false }) : tail;
    return [...this.settled, { start: this.settledText.length, blocks: readBlocks(lexMarkdown(mended, text)) }];
  }

  /** Settles all but the last stretch, and returns the text of that. */
  private settle(text: string): string {
    const rest = text.slice(this.settledText.length);
    const tokens = lexMarkdown(rest, text);
    const last = tokens.findLastIndex(({ type }) => type !== 'space');
    let start = this.settledText.length;
    const stretches: Stretch[] = [];
    for (const token of tokens.slice(0, Math.max(0, last))) {
      if (token.type !== 'space') stretches.push({ start, blocks: readBlocks([token]) });
      start += token.raw.length;
    }
    if (stretches.length > 0) this.settled = [...this.settled, ...stretches];
    this.settledText = text.slice(0, start);
    return text.slice(start);
  }

  private forget(): void {
    this.settled = [];
    this.settledText = '';
  }
}

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

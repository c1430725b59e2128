import { NgTemplateOutlet } from '@angular/common';
import { Component, input } from '@angular/core';

import { injectText } from '../../language/text.ts';
import { CodeBlock } from './code-block.ts';
import { GrowingText } from '../../language/growing-text.ts';
import type { Block, Inline, Item } from './syntax-tree.ts';

/** Blocks of markdown as elements; nothing of them ever passes through HTML. */
@Component({
  selector: 'kitten-markdown-blocks',
  imports: [CodeBlock, GrowingText, NgTemplateOutlet],
  templateUrl: './markdown-blocks.html',
  styleUrl: './markdown-blocks.scss',
})
export class MarkdownBlocks {
  readonly blocks = input.required<readonly Block[]>();

  protected readonly text = injectText();

  /** How many digits the widest number of a list has: what it takes stands before the words. */
  protected digits(items: readonly Item[]): number {
    return Math.max(...items.map(({ number = 0 }) => String(number).length));
  }

  // What a template is given has no type of its own.
  protected readonly asBlocks = (blocks: readonly Block[]): readonly Block[] => blocks;
  protected readonly asItems = (items: readonly Item[]): readonly Item[] => items;
  protected readonly asInlines = (inlines: readonly Inline[]): readonly Inline[] => inlines;
}

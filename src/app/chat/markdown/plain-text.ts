import { lexMarkdown } from './lex-markdown.ts';
import { readBlocks } from './read-blocks.ts';
import type { Block, Inline } from './syntax-tree.ts';

/** The words of a text as they are shown, without the signs of markdown. */
export function plainText(content: string): string {
  return ofBlocks(readBlocks(lexMarkdown(content.replaceAll(/\r\n?/g, '\n'))));
}

function ofBlocks(blocks: readonly Block[]): string {
  return blocks.map(ofBlock).join('\n');
}

function ofBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'line':
    case 'heading':
      return ofInlines(block.children);
    case 'code':
      return block.text;
    case 'quote':
      return ofBlocks(block.children);
    case 'list':
      return block.items.map(({ children }) => ofBlocks(children)).join('\n');
    case 'table':
      return [block.header, ...block.rows].flatMap((row) => row.map(ofInlines)).join('\n');
    case 'rule':
      return '';
  }
}

function ofInlines(inlines: readonly Inline[]): string {
  return inlines.map(ofInline).join('');
}

function ofInline(inline: Inline): string {
  if (inline.kind === 'break') return '\n';
  return 'children' in inline ? ofInlines(inline.children) : inline.text;
}

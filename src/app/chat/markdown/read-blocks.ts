import type { MarkedToken, Token, Tokens } from 'marked';

import { safeLink } from './safe-link.ts';
import type { Block, Inline, Item } from './syntax-tree.ts';

/** The characters that writers of markdown spell out because HTML would read them otherwise. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  copy: '©',
  gt: '>',
  hellip: '…',
  ldquo: '“',
  lsquo: '‘',
  lt: '<',
  mdash: '—',
  middot: '·',
  nbsp: '\u00a0',
  ndash: '–',
  quot: '"',
  rdquo: '”',
  rsquo: '’',
  times: '×',
};

/** The parser's tokens as blocks. HTML becomes the text that it is. */
export function readBlocks(tokens: readonly Token[]): readonly Block[] {
  return (tokens as readonly MarkedToken[]).flatMap(readBlock);
}

function readBlock(token: MarkedToken): readonly Block[] {
  switch (token.type) {
    case 'space':
    case 'def':
    case 'checkbox':
      return [];
    case 'heading':
      return [{ kind: 'heading', level: token.depth, children: readInlines(token.tokens) }];
    case 'code':
      return [{ kind: 'code', language: token.lang?.split(/\s/, 1)[0] ?? '', text: token.text }];
    case 'blockquote':
      return [{ kind: 'quote', children: readBlocks(token.tokens) }];
    case 'list':
      return [readList(token)];
    case 'table':
      return [readTable(token)];
    case 'hr':
      return [{ kind: 'rule' }];
    case 'paragraph':
      return [{ kind: 'paragraph', children: readInlines(token.tokens) }];
    case 'text':
      return [{ kind: 'line', children: token.tokens === undefined ? readInline(token) : readInlines(token.tokens) }];
    default:
      return [{ kind: 'paragraph', children: [{ kind: 'text', text: token.raw.trimEnd() }] }];
  }
}

function readList({ ordered, items }: Tokens.List): Block {
  const numbers = ordered ? numbersOf(items) : [];
  return { kind: 'list', isOrdered: ordered, items: items.map((item, index) => readItem(item, numbers[index])) };
}

function readItem({ tokens, task, checked }: Tokens.ListItem, number: number | undefined): Item {
  return {
    children: readBlocks(tokens),
    ...(number !== undefined && { number }),
    ...(task && { isDone: checked === true }),
  };
}

/** The numbers as they are written, years above all; where all are the same, they are to be counted. */
function numbersOf(items: readonly Tokens.ListItem[]): readonly number[] {
  const written = items.map(({ raw }) => Number.parseInt(raw.trimStart(), 10));
  const [first = 1] = written;
  return written.every((number) => number === first) ? items.map((_, index) => first + index) : written;
}

function readTable({ align, header, rows }: Tokens.Table): Block {
  const read = ({ tokens }: Tokens.TableCell): readonly Inline[] => readInlines(tokens);
  return { kind: 'table', alignments: align, header: header.map(read), rows: rows.map((row) => row.map(read)) };
}

function readInlines(tokens: readonly Token[]): readonly Inline[] {
  return (tokens as readonly MarkedToken[]).flatMap(readInline);
}

function readInline(token: MarkedToken): readonly Inline[] {
  switch (token.type) {
    case 'checkbox':
      return [];
    case 'strong':
      return [{ kind: 'strong', children: readInlines(token.tokens) }];
    case 'em':
      return [{ kind: 'emphasis', children: readInlines(token.tokens) }];
    case 'del':
      return [{ kind: 'deleted', children: readInlines(token.tokens) }];
    case 'codespan':
      return [{ kind: 'code', text: token.text }];
    case 'br':
      return [{ kind: 'break' }];
    case 'link':
      return readLink(token);
    case 'image':
      return readImage(token);
    case 'escape':
      return [{ kind: 'text', text: token.text }];
    case 'text':
      return token.tokens === undefined
        ? [{ kind: 'text', text: plainEntities(token.text) }]
        : readInlines(token.tokens);
    default:
      return [{ kind: 'text', text: token.raw }];
  }
}

function readLink({ href, tokens, raw }: Tokens.Link): readonly Inline[] {
  const safe = safeLink(href);
  const children = readInlines(tokens);
  if (safe !== null) return [{ kind: 'link', href: safe, children }];
  const isAddress = /[:/#?.]/.test(href);
  return isAddress || !raw.endsWith(`(${href})`)
    ? children
    : [{ kind: 'text', text: '[' }, ...children, { kind: 'text', text: `](${href})` }];
}

function readImage({ href, text }: Tokens.Image): readonly Inline[] {
  const safe = safeLink(href);
  const name = plainEntities(text);
  return safe === null ? [{ kind: 'text', text: name }] : [{ kind: 'image', href: safe, text: name }];
}

/** A text with its character references as the characters that they stand for; one that is not known stays. */
function plainEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z]{2,8}));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[String(name)] ?? whole;
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : whole;
  });
}

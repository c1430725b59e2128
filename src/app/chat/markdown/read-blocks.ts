import type { MarkedToken, Token, Tokens } from 'marked';

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

/** What a link may lead to. */
const SAFE_PROTOCOLS: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

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
      return [{ kind: 'list', start: token.ordered ? Number(token.start) : null, items: token.items.map(readItem) }];
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

function readItem({ tokens, task, checked }: Tokens.ListItem): Item {
  return { children: readBlocks(tokens), ...(task && { isDone: checked === true }) };
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

function readLink({ href, tokens }: Tokens.Link): readonly Inline[] {
  const safe = safeLink(href);
  const children = readInlines(tokens);
  return safe === null ? children : [{ kind: 'link', href: safe, children }];
}

function readImage({ href, text }: Tokens.Image): readonly Inline[] {
  const safe = safeLink(href);
  const name = plainEntities(text);
  return safe === null ? [{ kind: 'text', text: name }] : [{ kind: 'image', href: safe, text: name }];
}

/** An address that may be opened, in full; null for any other kind, and for one that leads nowhere by itself. */
function safeLink(href: string): string | null {
  try {
    const url = new URL(href);
    return SAFE_PROTOCOLS.has(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** A text with its character references as the characters that they stand for; one that is not known stays. */
function plainEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z]{2,8}));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[String(name)] ?? whole;
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : whole;
  });
}

import type { MarkedToken, Token, Tokens } from 'marked';

import type { Block, Inline, Item } from './nodes.ts';
import { plainEntities } from './plain-entities.ts';
import { safeLink } from './safe-link.ts';

/** What the parser's tokens of blocks mean. HTML is read as the text that it is. */
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

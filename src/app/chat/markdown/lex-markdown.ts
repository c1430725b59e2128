import { Marked, type Token, Tokenizer, type TokenizerObject, type Tokens } from 'marked';
import markedCjkFriendly from 'marked-cjk-friendly';

import { AS_WRITTEN, multiplies } from './as-written.ts';
import { safeLink } from './safe-link.ts';

/** Where an address that stands in a Chinese or Japanese sentence ends: it is written without a space after it. */
const SENTENCE_MARK = /[，。、；：！？（）「」『』【】《》〈〉〔〕［］“”‘’…～—｜→"]/;

/** Bold words that end with a mark and have the text go on without a space, **Seed:**42: the standard has that begin others. */
const BOLD_TO_MARK = /^\*\*(?![\s*])[^\n*]*[\p{P}\p{S}]\*\*(?=[\p{L}\p{N}])/u;

/** What writers of markdown mean where the standard reads something else. */
const AS_MEANT: TokenizerObject = {
  // A face at the beginning, >_<, quotes nothing.
  blockquote: (text) => (/^ {0,3}>[^\s<>]{1,3}</.test(text) ? undefined : false),
  // One tilde is a range in Chinese and Japanese: 1~2 秒. So are two between digits.
  del: (text, _masked, before = '') =>
    !text.startsWith('~~') || (/\p{N}/u.test(before) && /^~~\p{N}/u.test(text)) ? undefined : false,
  emStrong(text, masked) {
    const at = masked.length - text.length;
    if (multiplies(masked.slice(0, at), text)) return undefined;
    const { length } = BOLD_TO_MARK.exec(masked.slice(at))?.[0] ?? '';
    const inner = text.slice(2, length - 2);
    return (
      length > 0 && {
        type: 'strong',
        raw: text.slice(0, length),
        text: inner,
        tokens: this.lexer.inlineTokens(inner),
      }
    );
  },
  // [注意]: 请勿上传 defines no link, nor does a footnote: they are words.
  def(text) {
    const token = Tokenizer.prototype.def.call(this, text);
    return token === undefined || token.tag.startsWith('^') || safeLink(token.href) === null ? undefined : token;
  },
  url(text) {
    const end = text.search(SENTENCE_MARK);
    return end <= 0 ? false : Tokenizer.prototype.url.call(this, text.slice(0, end));
  },
};

/** A single line break is one in a chat. */
const marked = new Marked({ gfm: true, breaks: true }, markedCjkFriendly(), {
  tokenizer: AS_MEANT,
  extensions: [...AS_WRITTEN],
});

/**
 * The tokens of a markdown text: emphasis as Chinese, Japanese and Korean want it, numbers and formulas as they are. `whole`
 * is the text that it is a part of: an address that nothing there refers to is shown where it stands.
 */
export function lexMarkdown(text: string, whole = text): readonly Token[] {
  const tokens = marked.lexer(text);
  if (!tokens.some(isDefinition)) return tokens;
  const wanted = new Set([...whole.matchAll(/\[([^[\]]+)\](?!:)/g)].map(([, name = '']) => nameOf(name)));
  return tokens.map((token) => (isDefinition(token) && !wanted.has(token.tag) ? asWords(token) : token));
}

function isDefinition(token: Token): token is Tokens.Def {
  return token.type === 'def';
}

/** A name as definitions and references have it in common. */
function nameOf(reference: string): string {
  return reference.toLowerCase().replaceAll(/\s+/g, ' ');
}

function asWords({ raw }: Tokens.Def): Token {
  const [name = '', address = ''] = raw.trim().split(/(?<=\]:\s*)(?!\s)/, 2);
  const tokens = [{ type: 'text', raw: name, text: name }, ...marked.Lexer.lexInline(address)];
  return { type: 'paragraph', raw, text: raw, tokens };
}

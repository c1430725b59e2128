import { Marked, type Token, Tokenizer, type TokenizerObject } from 'marked';
import markedCjkFriendly from 'marked-cjk-friendly';

import { FORMULAS } from './formulas.ts';
import { safeLink } from './safe-link.ts';

/** Where an address that stands in a Chinese or Japanese sentence ends: it is written without a space after it. */
const SENTENCE_MARK = /[，。、；：！？（）「」『』【】《》〈〉“”‘’…]/;

/** What an asterisk multiplies: numbers, brackets beside them, and single characters that stand for quantities, 长*宽*高. */
const NUMBERS = { before: /\p{N}$/u, after: /^\*+\p{N}/u };
const BEFORE_BRACKET = { before: /\p{N}[)）]?$/u, after: /^\*[(（]\p{N}/u };
const AFTER_BRACKET = { before: /\p{N}[)）]$/u, after: /^\*\p{N}/u };
const QUANTITY = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]`;
const FIRST_PRODUCT = {
  before: new RegExp(`${QUANTITY}$`, 'u'),
  after: new RegExp(String.raw`^\*${QUANTITY}\*${QUANTITY}`, 'u'),
};
const NEXT_PRODUCT = {
  before: new RegExp(String.raw`${QUANTITY}\*${QUANTITY}$`, 'u'),
  after: new RegExp(String.raw`^\*${QUANTITY}`, 'u'),
};

function multiplies(before: string, after: string): boolean {
  return [NUMBERS, BEFORE_BRACKET, AFTER_BRACKET, FIRST_PRODUCT, NEXT_PRODUCT].some(
    (product) => product.before.test(before) && product.after.test(after),
  );
}

/** What writers of markdown mean where the standard reads something else. */
const AS_MEANT: TokenizerObject = {
  // One tilde is a range in Chinese and Japanese: 1~2 秒. So are two between digits.
  del: (text, _masked, before = '') =>
    !text.startsWith('~~') || (/\p{N}/u.test(before) && /^~~\p{N}/u.test(text)) ? undefined : false,
  emStrong: (text, masked) => (multiplies(masked.slice(0, masked.length - text.length), text) ? undefined : false),
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
  extensions: [...FORMULAS],
});

/** The tokens of a markdown text: emphasis as Chinese, Japanese and Korean want it, numbers and formulas as they are. */
export function lexMarkdown(text: string): readonly Token[] {
  return marked.lexer(text);
}

import { Marked, type Token, Tokenizer, type TokenizerObject } from 'marked';
import markedCjkFriendly from 'marked-cjk-friendly';

import { FORMULAS } from './formulas.ts';

/** Where an address that stands in a Chinese or Japanese sentence ends: it is written without a space after it. */
const SENTENCE_MARK = /[，。、；：！？（）「」『』【】《》〈〉“”‘’…]/;

/** What writers of markdown mean where the standard reads something else. */
const AS_MEANT: TokenizerObject = {
  // One tilde is a range in Chinese and Japanese: 1~2 秒.
  del: (text) => (text.startsWith('~~') ? false : undefined),
  // Between digits an asterisk multiplies.
  emStrong: (text, _masked, before = '') => (/\d/.test(before) && /^\*+\d/.test(text) ? undefined : false),
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

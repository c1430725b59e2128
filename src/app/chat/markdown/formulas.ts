import type { Token, TokenizerExtension, Tokens } from 'marked';

/** `\(…\)`, `$…$`, and on one line `$$…$$`. A dollar beside a space or before a digit is money. */
const INLINE = /^(?:\\\([^\n]+?\\\)|\$\$[^\n$]+\$\$|\$(?![\s$])[^\n$]*[^\s$\\]\$(?![\d$]))/;
/** `\[…\]` among words, where it can't be brackets that are spelled out: something is reckoned in it. */
const INLINE_BRACKETS = /^\\\[(?=[^\n\]]*[\\^_=+<>])[^\n]+?\\\](?![([:])/;
/** `\[…\]` or `$$…$$` by itself, over as many lines as it takes. */
const DISPLAYED = /^ {0,3}(?:\\\[(?:[^\n]|\n(?!\s*\n))+?\\\]|\$\$(?:[^\n$]|\n(?!\s*\n))+?\$\$)[ \t]*(?:\n+|$)/;

/**
 * Formulas stay as they are written. Markdown would take the backslashes of `\(x\)` for its own, and the
 * underscores and asterisks of `a_1 * b_1` for emphasis.
 */
export const FORMULAS: readonly TokenizerExtension[] = [
  {
    name: 'displayedFormula',
    level: 'block',
    start: findDisplayed,
    tokenizer: readDisplayed,
  },
  {
    name: 'formula',
    level: 'inline',
    start: findInline,
    tokenizer: readInline,
  },
];

function findDisplayed(text: string): number | undefined {
  return /(?<=^|\n) {0,3}(?:\\\[|\$\$)/.exec(text)?.index;
}

function findInline(text: string): number | undefined {
  return /\\[([]|\$/.exec(text)?.index;
}

function readDisplayed(text: string): Tokens.Generic | undefined {
  const [raw] = DISPLAYED.exec(text) ?? [];
  return raw === undefined ? undefined : { type: 'paragraph', raw, text: raw, tokens: linesOf(raw.trim()) };
}

function readInline(text: string): Tokens.Generic | undefined {
  const [raw] = INLINE.exec(text) ?? INLINE_BRACKETS.exec(text) ?? [];
  return raw === undefined ? undefined : asWritten(raw);
}

function linesOf(formula: string): Token[] {
  return formula.split('\n').flatMap((line, index) => {
    const token = asWritten(line);
    return index === 0 ? [token] : [{ type: 'br', raw: '\n' } as const, token];
  });
}

/** The token of a text in which nothing is read. */
function asWritten(raw: string): Token {
  return { type: 'escape', raw, text: raw };
}

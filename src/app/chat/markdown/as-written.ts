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
const FORMULAS: readonly TokenizerExtension[] = [
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

/** Faces that are written with the signs of markdown: (*^_^*), >_<, _(:з」∠)_, ¯\_(ツ)_/¯. */
const FACE = /[(（]\*[^\p{L}\p{N}\s*]{1,8}\*[)）]|[<>^=@;~-]_[<>^=@;~-]|_\(:[^\n)]{1,6}\)_|[¯￣]\\?_\(ツ\)_\/[¯￣]/u;
const FACE_AT_START = new RegExp(`^(?:${FACE.source})`, 'u');

/** Faces stay as they are drawn. */
const FACES: TokenizerExtension = {
  name: 'face',
  level: 'inline',
  start: (text) => FACE.exec(text)?.index,
  tokenizer(text) {
    const [raw] = FACE_AT_START.exec(text) ?? [];
    return raw === undefined ? undefined : asWritten(raw);
  },
};

/** What is read before anything else is: formulas and faces. */
export const AS_WRITTEN: readonly TokenizerExtension[] = [...FORMULAS, FACES];

/** Numbers, and letters of formulas, by themselves or as words: width*height. */
const LETTER = String.raw`\p{N}\p{Script=Latin}\p{Script=Greek}`;
const HAN = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]`;
/** What numbers that are multiplied are of: 3米*4米. */
const UNIT = /(?:[厘毫分千]?米|英?[寸尺]|公[分里斤]|像素|秒|分钟?|小时|[帧元倍个张次人天段集格]|%|[°′″'"])[²³]?/u
  .source;
/** One side of an equation, as far as an asterisk in it. */
const TERM = String.raw`(?:[\p{L}\p{N}]+[*+/×÷-])*[\p{L}\p{N}]+`;

/** What stands before an asterisk that multiplies, and what begins with it. */
const PRODUCTS: readonly (readonly [before: RegExp, after: RegExp])[] = [
  [/\p{N}$/u, /^\*+\p{N}/u],
  [new RegExp(`[${LETTER}]$`, 'u'), new RegExp(String.raw`^\*[${LETTER}]`, 'u')],
  [new RegExp(String.raw`\p{N}\s?${UNIT}$`, 'u'), /^\*\p{N}/u],
  // A power: x**2.
  [/(?<![\p{L}\p{N}])[a-z]$/iu, /^\*\*(?:\p{N}|[a-z](?![\p{L}*]))/iu],
  [new RegExp(`[${LETTER}][)）]?$`, 'u'), new RegExp(String.raw`^\*[(（][${LETTER}]`, 'u')],
  [new RegExp(`[${LETTER}][)）]$`, 'u'), new RegExp(String.raw`^\*[${LETTER}]`, 'u')],
  // Single characters that stand for quantities: 长*宽*高.
  [new RegExp(String.raw`(?:${HAN}|\p{N})$`, 'u'), new RegExp(String.raw`^\*${HAN}\*(?:${HAN}|\p{N})`, 'u')],
  [new RegExp(String.raw`${HAN}\*${HAN}$`, 'u'), new RegExp(String.raw`^\*(?:${HAN}|\p{N})`, 'u')],
  // Words that do, in an equation: 总价=单价*数量*折扣.
  [new RegExp(String.raw`[=＝]\s*${TERM}$`, 'u'), /^\*[\p{L}\p{N}]/u],
  [/[\p{L}\p{N}]$/u, new RegExp(String.raw`^\*${TERM}\s*[=＝]`, 'u')],
];

/** How far is looked, in characters: a long text of asterisks is read as fast as any. */
const REACH = 60;

/** Whether an asterisk, with which `after` begins, multiplies what stands before and after it. */
export function multiplies(before: string, after: string): boolean {
  const [near, next] = [before.slice(-REACH), after.slice(0, REACH)];
  return PRODUCTS.some(([left, right]) => left.test(near) && right.test(next));
}

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

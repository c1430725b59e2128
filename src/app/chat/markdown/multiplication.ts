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

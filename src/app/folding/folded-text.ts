import { simplified } from './han-forms.ts';

/** Letters and marks that Unicode does not take apart, as people type them who don't have them on their keyboard. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ς: 'σ',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  ...alike("'", '’‘ʼ‚‛′'),
  ...alike('"', '“”„‟'),
  ...alike('-', '‐‒–—―−'),
  ...alike('·', '•・‧'),
  ...digits('٠١٢٣٤٥٦٧٨٩'),
  ...digits('۰۱۲۳۴۵۶۷۸۹'),
};

const UNPLAIN = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');

function alike(plain: string, written: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...written].map((mark) => [mark, plain]));
}

function digits(written: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...written].map((digit, value) => [digit, `${value}`]));
}

/**
 * Accents of Latin, Greek and Cyrillic, and the points and lengthenings of Hebrew and Arabic, which most people leave out;
 * those of other scripts make other letters, as が of か. How emoji are drawn, and what is not seen: where a word may be
 * divided, and which way it runs.
 */
const UNHEARD =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670\ufe0e\ufe0f\u0640\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

const KATAKANA = /[\u30a1-\u30f6\u30fd\u30fe]/g;
const KATAKANA_TO_HIRAGANA = 0x60;

/** A character with the marks that make another one of it, ﾊﾟ. */
const CHARACTER = /[^][\p{M}\uff9e\uff9f]*/gu;

/** A text as it is compared, and where each of its code units begins in the text that was read. */
export interface FoldedText {
  readonly text: string;
  /** One for each code unit of `text`, and one for its end. */
  readonly starts: readonly number[];
}

/**
 * A text as it is compared: without case, width, accents, the shape of quotes and dashes, the difference of ぴあの and ピアノ, and, once
 * `loadHanForms` has run, that of 貓 and 猫.
 */
export function folded(text: string): string {
  return foldPlain(text.normalize('NFC'));
}

/** A text, which is in Unicode's form C, as it is compared, with the way back to what was read. */
export function foldedWithPlaces(text: string): FoldedText {
  const starts: number[] = [];
  let result = '';
  let at = 0;
  for (const [character] of text.matchAll(CHARACTER)) {
    const fold = foldPlain(character);
    starts.push(...Array<number>(fold.length).fill(at));
    result += fold;
    at += character.length;
  }
  return { text: result, starts: [...starts, at] };
}

function foldPlain(text: string): string {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(UNHEARD, '')
    .normalize('NFC')
    .replaceAll(UNPLAIN, (letter) => PLAIN[letter] ?? letter)
    .replaceAll(KATAKANA, (kana) => String.fromCharCode(kana.charCodeAt(0) - KATAKANA_TO_HIRAGANA));
  return simplified(plain);
}

import { simplified } from './han-forms.ts';

/** Letters that Unicode does not take apart, as people type them who don't have them on their keyboard. */
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
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
};

const UNPLAIN = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');

/**
 * Accents of Latin, Greek and Cyrillic, and the points and lengthenings of Hebrew and Arabic, which most people leave out;
 * those of other scripts make other letters, as が of か. And how emoji are drawn.
 */
const UNHEARD =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670\ufe0e\ufe0f\u0640]/g;

const KATAKANA = /[\u30a1-\u30f6]/g;
const KATAKANA_TO_HIRAGANA = 0x60;

/** A text as it is compared, and where each of its code units begins in the text that was read. */
export interface FoldedText {
  readonly text: string;
  /** One for each code unit of `text`, and one for its end. */
  readonly starts: readonly number[];
}

/**
 * A text as it is compared: without case, width, accents, the shape of quotes, the difference of ぴあの and ピアノ, and, once
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
  for (const character of text) {
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

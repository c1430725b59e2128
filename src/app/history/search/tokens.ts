import { folded } from '../../folding/folded-text.ts';

/** Chinese characters; a word of them is a word of some characters that people search for too. */
const HAN = /\p{Script=Han}/u;

interface Segment {
  readonly segment: string;
  readonly isWordLike?: boolean;
}

/** Text as words and what is between them. */
const segmentsOf = makeSegmenter();

/** Browsers without a dictionary have each Chinese character for a word. */
function makeSegmenter(): (text: string) => Iterable<Segment> {
  const { Segmenter } = Intl as Partial<typeof Intl>;
  if (Segmenter === undefined) return segmentsWithoutDictionary;
  const segmenter = new Segmenter('zh', { granularity: 'word' });
  return (text) => segmenter.segment(text);
}

/** A Chinese character is a word, and so is what stands together of others. */
export function segmentsWithoutDictionary(text: string): Iterable<Segment> {
  const pieces = text.match(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}_])+|[^\p{L}\p{M}\p{N}_]+/gu) ?? [];
  return pieces.map((segment) => ({ segment, isWordLike: /[\p{L}\p{N}]/u.test(segment) }));
}

/** The words of a text as they are compared: Chinese by the browser's dictionary, others by their spaces. */
export function words(text: string): readonly string[] {
  return Array.from(segmentsOf(folded(text)))
    .filter(({ isWordLike }) => isWordLike === true)
    .map(({ segment }) => segment);
}

/**
 * The words of a query. Where the dictionary knows no word, it has the Chinese characters one by one: those that the
 * person wrote together are one word here.
 */
export function queryWords(query: string): readonly string[] {
  const found: string[] = [];
  let wasCharacter = false;
  for (const { segment, isWordLike } of segmentsOf(folded(query))) {
    const isCharacter = isHan(segment) && characters(segment).length === 1;
    if (isCharacter && wasCharacter) found.push(`${found.pop() ?? ''}${segment}`);
    else if (isWordLike === true) found.push(segment);
    wasCharacter = isCharacter;
  }
  return found;
}

/** What a text is found by: its words, and each Chinese character of them. */
export function searchTokens(text: string): string[] {
  return words(text).flatMap((word) => (isHan(word) && word.length > 1 ? [word, ...characters(word)] : [word]));
}

/** Whether a word is a Chinese one. */
export function isHan(word: string): boolean {
  return HAN.test(word);
}

/** The characters of a word. */
export function characters(word: string): string[] {
  return [...word];
}

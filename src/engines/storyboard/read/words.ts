import VOCABULARY from './vocabulary.json' with { type: 'json' };

/** A word of a prompt as it is looked up. */
export interface Word {
  /** As it is written, in lower case. */
  readonly text: string;
  readonly isEnglish: boolean;
}

const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' });

/** The words of a prompt, in order; marks between sentences and clauses as words of their own. */
export function wordsOf(prompt: string): readonly Word[] {
  const words: Word[] = [];
  // An English word keeps its hyphens and apostrophe, where the segmenter cuts; in Chinese a space or joiner divides.
  for (const part of prompt
    .toLowerCase()
    // How an emoji is shown is no part of it, nor the colour of its skin; a café is a cafe.
    .normalize('NFD')
    .replaceAll(/\p{Mn}|[\u{1F3FB}-\u{1F3FF}]/gu, '')
    .match(/[a-z0-9]+(?:['-][a-z0-9]+)*|[^a-z0-9\s\u2060]+|(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu) ?? []) {
    if (/^[a-z0-9]/.test(part)) words.push({ text: part.replace(/'s$/, ''), isEnglish: true });
    else for (const { segment } of SEGMENTER.segment(part)) words.push({ text: segment, isEnglish: false });
  }
  return words;
}

const IRREGULAR = new Map(VOCABULARY.irregular.split(', ').map((pair) => pair.split(' ') as [string, string]));

/**
 * The forms that an English word may be of, itself first. Only those that somebody looks up count, so a wrong guess does
 * no harm: a dictionary of 13 MB would know no more about a vocabulary that is closed.
 */
export function formsOf(word: string): readonly string[] {
  const forms = [word];
  const irregular = IRREGULAR.get(word);
  if (irregular) forms.push(irregular);
  const add = (stem: string) => forms.push(stem, `${stem}e`, ...(/(.)\1$/.test(stem) ? [stem.slice(0, -1)] : []));
  if (/(ies|ied)$/.test(word)) forms.push(`${word.slice(0, -3)}y`);
  if (/.[^s]s$/.test(word)) forms.push(word.slice(0, -1));
  if (word.endsWith('es')) forms.push(word.slice(0, -2));
  if (word.endsWith('ves')) forms.push(`${word.slice(0, -3)}f`, `${word.slice(0, -3)}fe`);
  if (word.endsWith('ing')) add(word.slice(0, -3));
  if (word.endsWith('ed')) add(word.slice(0, -2));
  return forms;
}

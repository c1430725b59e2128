import { readFileSync } from 'node:fs';
import { isPainted } from '../library/subject-kinds.ts';
import { drawingOf } from '../library/library.ts';
import type { Language } from '../scene.ts';

const [, ...ROWS] = readFileSync(new URL('subjects.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');

/**
 * Words for figures and drawings, where the names of CLDR are not what people write; the first of a language is the name.
 * They are in `subjects.tsv` beside this file.
 */
export const SUBJECT_WORDS: ReadonlyMap<string, Readonly<Record<Language, readonly string[]>>> = new Map(
  ROWS.map((row) => {
    const [name = '', zh = '', en = ''] = row.split('\t');
    return [name, { zh: zh.split(' '), en: en.split(', ') }];
  }),
);

/** What a subject is called: by us first, then by CLDR. */
export function subjectNames(subject: string): Readonly<Record<Language, string>> {
  const ours = SUBJECT_WORDS.get(subject);
  const { zh, en } = isPainted(subject) ? { zh: subject, en: subject } : drawingOf(subject);
  return { zh: ours?.zh[0] || zh, en: ours?.en[0] || en };
}

import { isPainted } from '../library/subject-kinds.ts';
import { allDrawings } from '../library/library.ts';
import { figureOf } from '../subjects/index.ts';
import { usualPlaces, usualMotion } from '../library/subject-defaults.ts';
import { loadLexicon } from './lexicon.ts';

describe('the lexicon', () => {
  const subjects = new Set(
    [...loadLexicon().words.values()]
      .flat()
      .filter(({ kind }) => kind === 'subject')
      .map(({ name }) => String(name)),
  );

  it('names only what can be drawn', () => {
    expect([...subjects].filter((name) => !isPainted(name) && !allDrawings().has(name))).toEqual([]);
  });

  it('knows for each where it is found, what it does and how large it is', () => {
    for (const name of subjects) {
      expect(usualPlaces(name, undefined).length).toBeGreaterThan(0);
      expect(usualMotion(name)).toBeTruthy();
      expect(figureOf(name).height).toBeGreaterThan(0);
    }
  });

  it('knows what is written with a single character, where that is a thing by itself', () => {
    for (const [word, name] of Object.entries({ 驴: 'donkey', 桃: 'peach', 虾: 'shrimp', 桶: 'bucket' }))
      expect(loadLexicon().words.get(word)).toEqual([{ kind: 'subject', name }]);
  });
});

import { readFileSync } from 'node:fs';
import { MOTIONS, PLACES } from '../read/vocabulary.ts';
import { isDrawn } from './subject-kinds.ts';
import type { Traits } from './traits.ts';

describe('traits.json', () => {
  const all = Object.entries(
    JSON.parse(readFileSync(new URL('traits.json', import.meta.url), 'utf8')) as Record<string, Traits>,
  );

  it('names places and motions that there are', () => {
    const named = all.flatMap(([, { places = [] }]) => places);
    expect(named.filter((place) => !(place in PLACES))).toEqual([]);
    expect(all.flatMap(([, { motion = 'stay' }]) => motion).filter((motion) => !(motion in MOTIONS))).toEqual([]);
  });

  it('is about what can be drawn', () => {
    expect(all.map(([subject]) => subject).filter((subject) => !isDrawn(subject))).toEqual([]);
  });
});

import { isUuid } from '../../services/index.ts';
import { variationsOf } from './variations.ts';

describe('variationsOf', () => {
  it('leaves one as it is, out of any group', () => {
    expect(variationsOf({ seed: 7, group: 'g' }, 1)).toEqual([{ seed: 7 }]);
  });

  it('gives each of several a seed of its own, and all of them one group', () => {
    const options = variationsOf({ seconds: 5, seed: 7 }, 4);
    expect(new Set(options.map(({ seed }) => seed)).size).toBe(4);
    expect(options[0]?.seed).toBe(7);
    expect(new Set(options.map(({ group }) => group)).size).toBe(1);
    expect(isUuid(options[0]?.group)).toBeTrue();
    expect(options.every(({ seconds }) => seconds === 5)).toBeTrue();
  });
});

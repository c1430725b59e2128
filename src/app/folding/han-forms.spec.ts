import { folded, foldedWithPlaces } from './folded-text.ts';
import { loadHanForms } from './han-forms.ts';
import { SIMPLIFIED, TRADITIONAL } from './traditional-characters.ts';

describe('loadHanForms', () => {
  beforeEach(() => loadHanForms());

  it('has traditional characters found by simplified ones, and the other way round', () => {
    expect(folded('一隻橘貓在雨夜的街頭')).toBe(folded('一只橘猫在雨夜的街头'));
    expect(folded('後來的烏龜')).toBe('后来的乌龟');
  });

  it('leaves each character at its place', () => {
    expect(foldedWithPlaces('a 貓。').starts).toEqual([0, 1, 2, 3, 4]);
  });

  it('knows a form for each', () => {
    expect([...TRADITIONAL].length).toBe([...SIMPLIFIED].length);
    expect(new Set(TRADITIONAL).size).toBe(TRADITIONAL.length);
  });
});

import { folded, foldedWithPlaces } from './folded-text.ts';

describe('folded', () => {
  const same: readonly (readonly [written: string, searched: string])[] = [
    ['Café', 'cafe'],
    ['Cafe\u0301', 'café'],
    ['MÜNCHEN', 'munchen'],
    ['Straße', 'strasse'],
    ['Søren Łódź', 'soren lodz'],
    ['Ёлка', 'елка'],
    ['ピアノ', 'ぴあの'],
    ['ﾋﾟｱﾉ', 'ぴあの'],
    ['고양이', '고양이'.normalize('NFD')],
    ['ＡＢＣ', 'abc'],
    ['❤️', '❤'],
    ['don’t “stop”', 'don\'t "stop"'],
    ['مُحَمَّد', 'محمد'],
    ['محـــمد', 'محمد'],
    ['أحمد', 'احمد'],
    ['שָׁלוֹם', 'שלום'],
    ['γάτος', 'γατοσ'],
    ['ΓΆΤΟΣ', 'γατος'],
    ['İSTANBUL ışık', 'istanbul isik'],
    ['ｶﾞﾗｽのﬁre', 'がらすのfire'],
    ['2020–2021 t‑shirt', '2020-2021 t-shirt'],
    ['列夫・托尔斯泰', '列夫·托尔斯泰'],
    ['drag\u00adon\u200bfly', 'dragonfly'],
    ['قطة ٣', 'قطه 3'],
    ['گربه‌ی ۴', 'گربهي 4'],
    ['いすゞ', 'イスヾ'],
  ];
  for (const [written, searched] of same) {
    it(`takes ${searched} for ${written}`, () => expect(folded(written)).toBe(folded(searched)));
  }

  it('keeps letters apart that are others by their marks', () => {
    expect(folded('が')).not.toBe(folded('か'));
    expect(folded('й')).toBe(folded('и'));
  });

  it('knows where each part of it was read', () => {
    const { text, starts } = foldedWithPlaces('Straße É');
    expect(text).toBe('strasse e');
    expect(starts[text.indexOf('e', 6)]).toBe(5);
    expect(starts[text.lastIndexOf('e')]).toBe(7);
    expect(starts.at(-1)).toBe(8);
    const pointed = foldedWithPlaces('مُحَمَّد');
    expect(pointed.text).toBe('محمد');
    expect(pointed.starts[3]).toBe(7);
    expect(foldedWithPlaces('aｶﾞb')).toEqual({ text: 'aがb', starts: [0, 1, 3, 4] });
  });
});

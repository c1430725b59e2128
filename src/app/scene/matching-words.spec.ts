import { loadHanForms } from '../folding/han-forms.ts';
import { matching } from './matching-words.ts';

describe('matching', () => {
  const words = {
    catfish: { zh: '鲶鱼', en: 'catfish' },
    bobcat: { zh: '短尾猫', en: 'bobcat' },
    cat: { zh: '猫', en: 'cat' },
    dog: { zh: '狗', en: 'dog' },
  };
  const labels = (wanted: string) => matching(words, wanted, 'zh-CN').map(({ label }) => label);

  it('finds words by a part of a name, in any language', () => {
    expect(labels('Cat')).toEqual(['鲶鱼', '猫', '短尾猫']);
    expect(labels(' 狗 ')).toEqual(['狗']);
    expect(labels('长颈鹿')).toEqual([]);
    expect(labels('')).toHaveSize(4);
  });

  it('finds them however they are written', async () => {
    await loadHanForms();
    expect(labels('貓')).toEqual(['猫', '短尾猫']);
    expect(labels('ＤÓＧ')).toEqual(['狗']);
  });
});

import { clipFormat } from '../clip-format.ts';
import { describe as tell } from './describe.ts';
import { readPrompt } from './read-prompt.ts';

describe('describe', () => {
  const textFor = (prompt: string) => tell(readPrompt(prompt), clipFormat({ seconds: 2.5, size: '320x240' }));

  it('answers Chinese in Chinese, with all that was read', () => {
    const text = textFor('一只橘猫在雨夜的霓虹街头散步');
    for (const part of ['橘色的猫', '霓虹街头', '下雨', '夜晚', '散步', '2.5 秒', '320×240'])
      expect(text).toContain(part);
    expect(text).not.toContain('没有提到');
  });

  it('answers English in English', () => {
    const text = textFor('a red fox runs in the forest');
    for (const part of ['red fox', 'forest', 'running', '2.5 s', '320×240']) expect(text).toContain(part);
    expect(text).not.toMatch(/\p{Script=Han}/u);
  });

  it('says plainly that it is no model', () => {
    expect(textFor('猫')).toContain('不是 AI 模型');
    expect(textFor('cat')).toContain('not an AI model');
  });

  it('tells what it chose, and that it knew no word', () => {
    expect(textFor('一只猫')).toContain('没有提到的由我来选：地点是');
    expect(textFor('こんにちは')).toContain('I know none of these words');
  });

  it('counts who is there twice', () => {
    expect(textFor('两只企鹅和一只鸟')).toContain('企鹅 × 2、小鸟');
  });
});

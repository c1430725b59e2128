import { answerTo } from './small-talk.ts';

describe('small talk', () => {
  for (const said of [
    '你好',
    '您好！',
    '你好，小猫',
    '谢谢',
    '谢谢你～',
    '谢谢，再见',
    '太棒了！',
    '你好呀',
    '好的',
    '你会画什么？',
    '早上好',
  ])
    it(`is answered in Chinese, in a sentence: ${said}`, () =>
      expect(answerTo(said)).toMatch(/\p{Script=Han}.*[。？！]$/u));

  for (const said of [
    'hi',
    'Hello!',
    'thanks!',
    'Thank you so much',
    'hey there kitten',
    'That’s great',
    'bye',
    'What can you do?',
  ])
    it(`is answered in English, in a sentence: ${said}`, () => {
      expect(answerTo(said)).toMatch(/^[A-Z].*[.”!]$/u);
      expect(answerTo(said)).not.toMatch(/\p{Script=Han}/u);
    });

  for (const said of [
    '小猫',
    '可爱的小猫',
    '真好看的小猫',
    '谢谢，再画一只狗',
    '你好世界',
    '早上好天气',
    'a cat says hi',
    'hi, a dog please',
    'thanks, make it snow',
    'nice cat',
    'cool car',
    'this is a cat',
    '下雪',
    '',
    'help a cat',
  ])
    it(`is none where there may be something to draw: ${said}`, () => expect(answerTo(said)).toBeUndefined());
});

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
    '你好，水墨风格',
    '谢谢！，赛博朋克风格',
    '嘿',
    '你真棒',
    '谢谢你的视频',
    '谢谢小猫，画得真好',
    '你好，能帮我做个视频吗',
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
    'Hello, ink wash style',
    'wow',
    'great job',
    'hi kitten, how are you?',
    'thanks a lot, that was beautiful',
    'thank you, I love it',
    'hello, nice to meet you',
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
    '谢谢，换成水墨风格',
    '水墨风格',
    '一只猫，水墨风格',
    'thanks, now in anime style',
    '你好世界',
    '早上好天气',
    'a cat says hi',
    'hi, a dog please',
    'thanks, make it snow',
    'thanks, now at night',
    'hi, a fish please',
    '你好，下雪的夜晚',
    '谢谢，再来一次',
    'nice cat',
    'cool car',
    'this is a cat',
    '下雪',
    '',
    'help a cat',
  ])
    it(`is none where there may be something to draw: ${said}`, () => expect(answerTo(said)).toBeUndefined());
});

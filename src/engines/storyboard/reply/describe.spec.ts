import { clipFormat } from '../clip-format.ts';
import { describe as tell } from './describe.ts';
import { readPrompt } from '../testing/read-prompt.ts';

describe('describe', () => {
  const textFor = (prompt: string) => tell([readPrompt(prompt)], clipFormat({ seconds: 2.5, size: '320x240' }));

  it('answers Chinese in Chinese, with all that was read', () => {
    const text = textFor('一只橘猫在雨夜的霓虹街头散步，镜头推进，水彩画');
    for (const part of ['橘色的猫', '霓虹街头', '下雨', '夜晚', '散步', '2.5 秒', '推近', '水彩'])
      expect(text).toContain(part);
  });

  it('answers English in English', () => {
    const text = textFor('a red fox runs in the forest');
    for (const part of ['red fox', 'forest', 'run', '2.5 s']) expect(text).toContain(part);
    expect(text).not.toMatch(/\p{Script=Han}/u);
  });

  it('is one line, for what draws it stands in the application', () => {
    expect(textFor('猫')).toMatch(/^好呀，[^。]+。$/);
    expect(textFor('cat')).toMatch(/^Coming up: [^.]+\.?[^.]* s\.$/);
    expect(textFor('猫')).not.toContain('模型');
  });

  it('says what it can’t draw, and draws nothing else for it', () => {
    expect(textFor('一台缝纫机在草地上')).toMatch(/「.+」我还不会画/);
    expect(textFor('a quetzalcoatlus in the sky')).toContain('I can’t draw “quetzalcoatlus”');
    expect(textFor('こんにちは')).toContain('I found nothing to draw');
  });

  it('says that it draws the kind of what it does not know', () => {
    expect(textFor('换成独角鲸')).toContain('「独角鲸」我还不会画，先画了它的同类。');
    expect(textFor('换成奥特曼')).toContain('「奥特曼」我还不会画，就不拿别的来顶替了。');
  });

  it('says what is no part of a picture, or can’t be done', () => {
    for (const [prompt, said] of [
      ['长一点', '时长不由我定'],
      ['一只猫，10秒', '时长不由我定'],
      ['竖屏', '画幅也不由我定'],
      ['加点音乐', '没有声音'],
      ['一只猫，加上字幕', '不在画面里写字'],
      ['快一点', '原速和慢动作'],
      ['绿色背景的猫', '单色的背景我还不会'],
      ['make it longer', 'is yours to choose'],
      ['add some music', 'no sound'],
      ['a cat on a blue background', 'one colour I can’t do'],
    ] as const)
      expect(textFor(prompt)).withContext(prompt).toContain(said);
    for (const prompt of ['一只猫，2.5秒', '一个女孩听音乐', 'a cat, no subtitles', '长发女孩', 'a music festival'])
      expect(textFor(prompt))
        .withContext(prompt)
        .not.toMatch(/时长|画幅|声音|写字|choose|sound|words/);
  });

  it('says of several shots what each is', () => {
    const scenes = [readPrompt('一只猫在公园奔跑'), readPrompt('一只猫在房间睡觉')] as const;
    expect(tell(scenes, clipFormat({}))).toBe(
      '好呀，这就画：2 个镜头，1. 猫，奔跑，地点是公园；2. 猫，睡觉，地点是房间，4 秒。',
    );
  });

  it('counts who is there twice', () => {
    expect(textFor('两只企鹅和一只鸟')).toContain('企鹅 × 2、鸟');
  });
});

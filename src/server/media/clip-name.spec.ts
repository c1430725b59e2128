import { clipName } from './clip-name.ts';

describe('clipName', () => {
  it('is the prompt with an extension', () => {
    expect(clipName('一只橘猫在雨夜的霓虹街头散步', 'video/mp4')).toBe('一只橘猫在雨夜的霓虹街头散步.mp4');
  });

  it('holds nothing that a file name can’t', () => {
    expect(clipName('../a\\b:c*d?"e"<f>|\u0000g\u202eh\n', 'video/mp4')).toBe('a b c d e f g h.mp4');
  });

  it('is short, and cuts no character in two', () => {
    expect(clipName('😺'.repeat(100), 'video/webm')).toBe(`${'😺'.repeat(32)}.webm`);
  });

  it('has a name where nothing of the prompt is left', () => {
    expect(clipName('...', 'video/mp4')).toBe('问小猫.mp4');
  });
});

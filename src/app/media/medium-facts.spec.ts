import { image, video } from '../testing/messages.ts';
import { mediumFacts } from './medium-facts.ts';

describe('mediumFacts', () => {
  it('tells what is known of a medium, in the language', () => {
    const clip = video({ durationMs: 4_200, width: 640, height: 360, bytes: 1_200_000 });
    expect(mediumFacts(clip, 'en')).toBe('4.2\u00a0sec\u00a0· 640×360\u00a0· 1.2\u00a0MB');
    expect(mediumFacts(clip, 'zh-CN')).toBe('4.2\u00a0秒\u00a0· 640×360\u00a0· 1.2\u00a0MB');
  });

  it('leaves out what is not known', () => {
    expect(mediumFacts(image({ width: 16, height: 9 }), 'en')).toBe('16×9');
    expect(mediumFacts(image(), 'en')).toBe('');
  });
});

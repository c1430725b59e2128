import { type ClipLimits, USUAL_LIMITS } from './clip-limits.ts';
import { type OptionName, readOption } from './option-values.ts';

describe('readOption', () => {
  const values: readonly (readonly [OptionName, string, object | undefined, boolean?])[] = [
    ['seconds', '5', { seconds: 5 }],
    ['seconds', '5 秒', { seconds: 5 }],
    ['seconds', '2.5s', { seconds: 2.5 }],
    ['seconds', '30', { seconds: 10 }, true],
    ['seconds', '0', { seconds: 1 }, true],
    ['seconds', '-1', undefined],
    ['seconds', 'five', undefined],
    ['size', '16:9', { size: '640x360' }],
    ['size', '9：16', { size: '360x640' }],
    ['size', '1:1', { size: '480x480' }],
    ['size', '4:3', { size: '552x414' }],
    ['size', '1920:1080', { size: '640x360' }],
    ['size', '640x360', { size: '640x360' }],
    ['size', '640 × 360', { size: '640x360' }],
    ['size', '3840x2160', { size: '1280x720' }, true],
    ['size', '64x64', { size: '128x128' }, true],
    ['size', '9999x1', { size: '1280x128' }, true],
    ['size', '0x360', undefined],
    ['size', 'wide', undefined],
    ['seed', '42', { seed: 42 }],
    ['seed', '99999999999', { seed: 4_294_967_295 }, true],
    ['seed', '4.2', undefined],
    ['seed', '', undefined],
  ];
  for (const [name, text, options, isClamped = false] of values) {
    it(`reads ${name} of “${text}”`, () => {
      expect(readOption(name, text, USUAL_LIMITS) as unknown).toEqual(options && { options, isClamped });
    });
  }

  describe('for an engine that can do only some', () => {
    const limits: ClipLimits = {
      seconds: { least: 4, most: 12, only: [4, 8, 12] },
      sizes: ['832x480', '480x832', '1280x720', '720x1280', '624x624'],
      hasSeed: true,
    };
    const nearest: readonly (readonly [OptionName, string, object, boolean?])[] = [
      ['seconds', '8', { seconds: 8 }],
      ['seconds', '5', { seconds: 4 }, true],
      ['seconds', '60', { seconds: 12 }, true],
      ['size', '1280x720', { size: '1280x720' }],
      ['size', '1920x1080', { size: '1280x720' }, true],
      ['size', '16:9', { size: '832x480' }],
      ['size', '9:16', { size: '480x832' }],
      ['size', '1:1', { size: '624x624' }],
      ['size', '4:3', { size: '832x480' }, true],
      ['size', '640x368', { size: '832x480' }, true],
    ];
    for (const [name, text, options, isClamped = false] of nearest) {
      it(`takes the nearest to ${name} of “${text}”`, () => {
        expect(readOption(name, text, limits) as unknown).toEqual({ options, isClamped });
      });
    }
  });
});

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
      expect(readOption(name, text) as unknown).toEqual(options && { options, isClamped });
    });
  }
});

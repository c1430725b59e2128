import { clipFormat, durationMs, OFFERED } from './clip-format.ts';

describe('clipFormat', () => {
  it('is four seconds at 640×360 unless asked for something else', () => {
    expect(clipFormat(undefined)).toEqual({ width: 640, height: 360, frameCount: 96 });
    expect(clipFormat({})).toEqual(clipFormat(undefined));
  });

  const sizes: readonly [string, number, number][] = [
    ['1280x720', 1280, 720],
    ['720x1280', 720, 1280],
    ['641x361', 642, 362],
    ['3840x2160', 1920, 1080],
    ['1080x1920', 1080, 1920],
    ['64x36', 228, 128],
    ['4000x100', 1920, 128],
    ['1080X1080', 1080, 1080],
    ['nonsense', 640, 360],
    ['0x0', 640, 360],
    ['640x', 640, 360],
    ['-640x-360', 640, 360],
  ];
  for (const [asked, width, height] of sizes) {
    it(`makes ${width}×${height} of ${asked}`, () => {
      expect(clipFormat({ size: asked })).toEqual(jasmine.objectContaining({ width, height }));
    });
  }

  it('draws every size that is offered as it is, from 360p to 1080p, in four shapes', () => {
    for (const size of OFFERED.sizes) {
      const { width, height } = clipFormat({ size });
      expect(`${width}x${height}`).toBe(size);
    }
    const shapes = OFFERED.sizes
      .map((size) => size.split('x').map(Number))
      .map(([width = 1, height = 1]) => width / height);
    expect(new Set(shapes)).toEqual(new Set([16 / 9, 9 / 16, 1, 4 / 3]));
  });

  const lengths: readonly [number, number][] = [
    [4, 96],
    [1, 24],
    [0, 24],
    [-5, 24],
    [2.51, 60],
    [10, 240],
    [600, 240],
    [Number.NaN, 96],
  ];
  for (const [seconds, frameCount] of lengths) {
    it(`makes ${frameCount} frames of ${seconds} seconds`, () => {
      expect(clipFormat({ seconds }).frameCount).toBe(frameCount);
    });
  }

  it('plays as long as its frames', () => {
    expect(durationMs(clipFormat({ seconds: 2.51 }))).toBe(2500);
  });
});

import { type ClipLimits, USUAL_LIMITS } from './clip-limits.ts';
import { fitOptions } from './fit-options.ts';

describe('fitOptions', () => {
  const narrow: ClipLimits = {
    seconds: { least: 5, most: 5, only: [5] },
    sizes: ['832x480', '480x832'],
    hasSeed: false,
  };

  it('leaves what the engine can do', () => {
    const options = { seconds: 5, size: '640x360', seed: 7 };
    expect(fitOptions(options, USUAL_LIMITS)).toEqual(options);
    expect(fitOptions({ size: '480x832' }, narrow)).toEqual({ size: '480x832' });
  });

  it('takes the nearest of what it can’t, and drops what it does not know', () => {
    expect(fitOptions({ seconds: 10, size: '360x640', seed: 7 }, narrow)).toEqual({ seconds: 5, size: '480x832' });
    expect(fitOptions({ seconds: 30, size: '3840x2160' }, USUAL_LIMITS)).toEqual({ seconds: 10, size: '1280x720' });
  });

  it('leaves a size that it can’t read to the engine', () => {
    expect(fitOptions({ size: 'wide' }, narrow)).toEqual({ size: 'wide' });
  });
});

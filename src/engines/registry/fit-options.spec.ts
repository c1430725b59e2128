import { fitOptions } from './fit-options.ts';

const PLAIN = { id: 'wan', name: 'wan', isModel: true };

describe('fitOptions', () => {
  it('leaves alone what an engine says nothing of, and passes on no engine', () => {
    const options = { seconds: 7, size: '640x360', seed: 3 };
    expect(fitOptions({ ...options, engine: 'wan' }, PLAIN)).toEqual(options);
    expect(fitOptions(undefined, PLAIN)).toEqual({});
  });

  it('takes the nearest length', () => {
    const lengths = (wanted: number): unknown[] => [
      fitOptions({ seconds: wanted }, { ...PLAIN, seconds: [5, 10] }).seconds,
      fitOptions({ seconds: wanted }, { ...PLAIN, seconds: { min: 4, max: 8 } }).seconds,
    ];
    expect([1, 6, 60].map(lengths)).toEqual([
      [5, 4],
      [5, 6],
      [10, 8],
    ]);
  });

  it('takes the nearest size, of the same shape where there is one', () => {
    const sizes = ['1280x720', '720x1280', '960x960'];
    const fitted = (size: string): string | undefined => fitOptions({ size }, { ...PLAIN, sizes }).size;
    expect(['640x360', '360x640', '500x500', '720x1280'].map(fitted)).toEqual([
      '1280x720',
      '720x1280',
      '960x960',
      '720x1280',
    ]);
  });

  it('drops a seed where it changes nothing', () => {
    expect(fitOptions({ seed: 7 }, { ...PLAIN, seed: false })).toEqual({});
  });
});

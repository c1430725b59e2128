import { rgbaToYuv, yuvLength } from './bt709.ts';

function convert(pixels: readonly (readonly [number, number, number])[], width: number, height: number): number[] {
  const yuv = new Uint8Array(yuvLength(width, height));
  rgbaToYuv(Uint8Array.from(pixels.flatMap((pixel) => [...pixel, 255])), width, height, yuv);
  return [...yuv];
}

describe('rgbaToYuv', () => {
  // Studio-range values of ITU-R BT.709 at 8 bits.
  const colours: readonly [string, readonly [number, number, number], readonly [number, number, number]][] = [
    ['black', [0, 0, 0], [16, 128, 128]],
    ['white', [255, 255, 255], [235, 128, 128]],
    ['red', [255, 0, 0], [63, 102, 240]],
    ['green', [0, 255, 0], [173, 42, 26]],
    ['blue', [0, 0, 255], [32, 240, 118]],
  ];
  for (const [name, rgb, [y, u, v]] of colours) {
    it(`knows ${name}`, () => expect(convert([rgb, rgb, rgb, rgb], 2, 2)).toEqual([y, y, y, y, u, v]));
  }

  it('puts luma in rows and the mean of four pixels into chroma', () => {
    const black = [0, 0, 0] as const;
    const white = [255, 255, 255] as const;
    const picture = [black, white, white, white, black, black, white, white];
    expect(convert(picture, 4, 2)).toEqual([16, 235, 235, 235, 16, 16, 235, 235, 128, 128, 128, 128]);
  });
});

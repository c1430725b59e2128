import { createCanvas } from '@napi-rs/canvas';
import { pictureOf } from '../../testing/pictures.ts';
import { clipFormat } from '../clip-format.ts';
import { describe as tell } from '../reply/describe.ts';
import { readPalette } from './palette.ts';
import { readPrompt } from '../testing/read-prompt.ts';

/** A picture of stripes: colours with their share of it. */
function stripes(...shares: readonly (readonly [string, number])[]): Buffer {
  const canvas = createCanvas(100, 40);
  const pen = canvas.getContext('2d');
  let x = 0;
  for (const [colour, share] of shares) {
    pen.fillStyle = colour;
    pen.fillRect(x, 0, share, 40);
    x += share;
  }
  return canvas.encodeSync('png');
}

async function names(...files: readonly Uint8Array[]): Promise<string[]> {
  return ((await readPalette(files)) ?? []).map(({ name }) => name);
}

describe('readPalette', () => {
  it('names the main colours, the most important first', async () => {
    expect(await names(stripes(['#f28c28', 60], ['#20304a', 40]))).toEqual(['orange', 'black']);
    expect(await names(pictureOf('#4a80d9', 'jpeg'))).toEqual(['blue']);
  });

  it('lets a strong colour go before a grey one, and leaves out what covers little', async () => {
    const [first, ...others] = await names(stripes(['#9a9a9a', 58], ['#e0403a', 40], ['#5aae5b', 2]));
    expect(first).toBe('red');
    expect(others).toEqual(['grey']);
  });

  it('looks at all pictures together', async () => {
    expect(new Set(await names(pictureOf('#5aae5b'), pictureOf('#9266cc', 'webp')))).toEqual(
      new Set(['green', 'purple']),
    );
  });

  it('sees no colour where nothing is, and none in what is transparent', async () => {
    expect(await readPalette([])).toBeUndefined();
    expect(await readPalette([createCanvas(8, 8).encodeSync('png')])).toBeUndefined();
  });

  it('is told in the language of the prompt, with what was not understood', async () => {
    const palette = (await readPalette([pictureOf('#f28c28')]))!;
    const chinese = tell([{ ...readPrompt('猫'), palette }], clipFormat({}));
    expect(chinese).toContain('参考图的主色是橘色');
    expect(chinese).toContain('看不懂');
    expect(tell([{ ...readPrompt('cat'), palette }], clipFormat({}))).toContain('your reference: orange. Sky');
  });
});

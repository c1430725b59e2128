import { applyPalette, GIFEncoder, quantize } from 'gifenc/dist/gifenc.esm.js';

import { nextTask } from '../../next-task.ts';
import { ClipFrames } from './clip-frames.ts';
import { planGif } from './gif-plan.ts';

/** From so many frames the colours of all are chosen, and of these from every so many-th pixel. */
const SAMPLES = 6;
const SAMPLE_STEP = 8;
const COLOURS = 256;

/**
 * Makes a GIF of a clip, which loops. Each step is a task of its own, so that the page goes on meanwhile. Rejects where the
 * browser can't play the clip.
 */
export async function makeGif(clip: Blob): Promise<Blob> {
  const frames = new ClipFrames(clip);
  try {
    const { width, height, delay, times } = planGif(await frames.open());
    const palette = await paletteOf((time) => frames.pixelsAt(time, width, height), times);
    const encoder = GIFEncoder();
    for (const [index, time] of times.entries()) {
      const pixels = await frames.pixelsAt(time, width, height);
      await nextTask();
      const indices = applyPalette(pixels, palette);
      await nextTask();
      encoder.writeFrame(indices, width, height, index === 0 ? { palette, delay } : { delay });
      await nextTask();
    }
    encoder.finish();
    return new Blob([encoder.bytes()], { type: 'image/gif' });
  } finally {
    frames.close();
  }
}

/** One palette for all frames: what stands still does not flicker, and is not written again with each. */
async function paletteOf(
  pixelsAt: (time: number) => Promise<Uint8ClampedArray>,
  times: readonly number[],
): Promise<ReturnType<typeof quantize>> {
  const step = Math.max(1, Math.floor(times.length / SAMPLES));
  const samples: Uint32Array[] = [];
  for (const time of times.filter((_, index) => index % step === 0)) {
    const pixels = await pixelsAt(time);
    samples.push(new Uint32Array(pixels.buffer).filter((_, index) => index % SAMPLE_STEP === 0));
    await nextTask();
  }
  const all = new Uint32Array(samples.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const sample of samples) {
    all.set(sample, at);
    at += sample.length;
  }
  return quantize(new Uint8ClampedArray(all.buffer), COLOURS);
}

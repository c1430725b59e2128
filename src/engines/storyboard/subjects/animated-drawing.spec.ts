import { createCanvas } from '@napi-rs/canvas';
import { tonesOf } from '../stage/index.ts';
import type { BasicMotion } from './pose.ts';
import { figureOf } from './index.ts';

const SIDE = 220;
const LEGLESS = ['snake', 'snail', 'worm', 'bug'];

/** How opaque each pixel is that a subject is painted in, so many radians into its step. */
function outlineOf(subject: string, motion: BasicMotion, gait: number): readonly number[] {
  const pen = createCanvas(SIDE, SIDE).getContext('2d');
  pen.translate(SIDE / 2, SIDE - 30);
  figureOf(subject).paint(pen, { time: gait / 4, gait, motion, tones: tonesOf('#808080'), pixels: 1 });
  return [...pen.getImageData(0, 0, SIDE, SIDE).data.filter((_, at) => at % 4 === 3)];
}

/** How much of an outline is elsewhere in another, as a share of it. */
function changed(one: readonly number[], other: readonly number[]): number {
  const apart = one.filter((value, at) => Math.abs(value - (other[at] ?? 0)) > 128).length;
  return apart / one.filter((value) => value > 128).length;
}

describe('a drawing without legs', () => {
  for (const subject of LEGLESS) {
    const steps = Array.from({ length: 8 }, (_, step) => outlineOf(subject, 'walk', (step / 8) * 2 * Math.PI));

    it(`moves at each moment while it crawls: ${subject}`, () => {
      for (const [at, outline] of steps.entries())
        expect(changed(outline, steps[(at + 2) % 8] ?? []))
          .withContext(`step ${at}`)
          .toBeGreaterThan(0.15);
    });

    it(`lies still when it stays: ${subject}`, () => {
      expect(changed(outlineOf(subject, 'stay', 0), outlineOf(subject, 'stay', 2))).toBe(0);
    });
  }
});

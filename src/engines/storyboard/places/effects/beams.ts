import { downward, fade, type Layer, polygon, type Stage } from '../../stage/index.ts';

/** Slanting light from above. */
export interface BeamsLook {
  readonly count: number;
  /** Units at the top, and at the bottom. */
  readonly wide: readonly [number, number];
  /** How far the lower end is to the left, in units. */
  readonly slant: number;
  readonly strength: number;
}

/** Beams that come and go, dim by night. */
export function beams(stage: Stage, { count, wide, slant, strength }: BeamsLook): Layer {
  const isDim = stage.scene.time === 'night' || stage.light.isOvercast;
  const colour = stage.scene.time === 'dusk' ? '#ffc58a' : '#fff6d0';
  const bottom = stage.height * 0.85;
  return (pen, { time }) => {
    for (let beam = 0; beam < count; beam++) {
      const x = ((beam + 0.5) / count) * stage.width * 1.1 + Math.sin(time * 0.7 + beam * 2) * 10;
      const alpha = strength * (isDim ? 0.3 : 1) * (0.7 + 0.3 * Math.sin(time * 1.2 + beam * 2));
      const light = downward(pen, 0, bottom, [fade(colour, alpha), fade(colour, 0)]);
      polygon(pen, light, [x, -10, x + wide[0], -10, x + wide[1] - slant, bottom, x - slant, bottom]);
    }
  };
}

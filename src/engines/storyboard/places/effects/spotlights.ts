import { downward, fade, type Layer, polygon, type Stage } from '../../stage/index.ts';

const LIGHTS = [
  { from: 0.5, colour: '#fff1c9', strength: 0.4 },
  { from: 0.1, colour: '#7fb0ff', strength: 0.24 },
  { from: 0.9, colour: '#ff8fc0', strength: 0.24 },
] as const;

/** Cones of light that sway a little over who is on stage. */
export function spotlights(stage: Stage, { y }: { readonly y: number }): Layer {
  return (pen, { time }) => {
    const x = stage.width * 0.5 + Math.sin(time * 0.8) * 20;
    pen.save();
    pen.globalCompositeOperation = 'lighter';
    for (const { from, colour, strength } of LIGHTS) {
      const left = stage.width * from;
      const light = downward(pen, 0, y, [fade(colour, strength), fade(colour, 0.04)]);
      polygon(pen, light, [left - 8, -4, left + 8, -4, x + 110, y + 10, x - 110, y + 10]);
    }
    pen.restore();
  };
}

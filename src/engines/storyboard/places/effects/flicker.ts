import { pick } from '../../random.ts';
import { glow, type Layer, modulo, type Stage } from '../../stage/index.ts';

/** Some signs are loose: coloured light that trembles over the street. */
export function flicker(stage: Stage, { y }: { readonly y: number }): Layer {
  const chance = stage.chance('flicker');
  const span = stage.width * 1.4;
  const lights = Array.from({ length: 4 }, (_, index) => ({
    x: ((index + chance()) / 4) * span,
    colour: pick(chance, ['#ff4fa3', '#35e0ff', '#9d7bff', '#ffb03d']),
    phase: chance() * 9,
  }));
  return (pen, { time, travel }) => {
    pen.save();
    pen.globalCompositeOperation = 'lighter';
    for (const { x, colour, phase } of lights) {
      const left = modulo(x - travel * 0.5, span) - stage.width * 0.2;
      const strength = 0.1 + 0.05 * Math.sin(time * 5 + phase) * Math.sin(time * 13 + phase);
      glow(pen, colour, strength, [left, y], 110);
    }
    pen.restore();
  };
}

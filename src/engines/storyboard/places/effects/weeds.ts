import { between } from '../../random.ts';
import { bow, type Layer, mix, modulo, type Stage } from '../../stage/index.ts';

/** Weeds that sway under water. */
export function weeds(stage: Stage, { foot }: { readonly foot: number }): Layer {
  const chance = stage.chance('weeds');
  const span = stage.width * 1.3;
  const all = Array.from({ length: 9 }, () => ({
    x: chance() * span,
    height: between(chance, 40, 92),
    phase: chance() * 6,
  }));
  const colour = mix('#3fa779', '#0b3a78', stage.scene.time === 'night' ? 0.5 : 0.15);
  const light = mix(colour, '#d6f7a8', 0.25);
  return (pen, { time, travel }) => {
    for (const { x, height, phase } of all) {
      const left = modulo(x - travel, span) - stage.width * 0.15;
      const sway = Math.sin(time * 1.5 + phase) * 14;
      const [root, half, top] = [foot + 12, foot - height * 0.5, foot - height];
      bow(pen, colour, 6, [left, root], [left - sway, half], [left + sway, top]);
      bow(pen, light, 4, [left + 9, root], [left + 9 + sway, half + 15], [left + 9 - sway * 0.6, half - height * 0.16]);
    }
  };
}

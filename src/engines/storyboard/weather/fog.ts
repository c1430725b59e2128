import { between } from '../random.ts';
import { at, glow, type Layer, mix, modulo, type Stage } from '../stage/index.ts';

/** Banks of fog that drift past each other. */
export function fog(stage: Stage): Layer {
  const chance = stage.chance('fog');
  const { width, height, light } = stage;
  const colour = mix(light.haze, '#ffffff', stage.scene.time === 'night' ? 0.1 : 0.35);
  const banks = Array.from({ length: 9 }, (_, index) => ({
    x: chance(),
    y: 0.42 + index * 0.065,
    size: between(chance, 0.34, 0.6),
    pace: between(chance, 6, 18),
  }));
  return (pen, { time, travel }) => {
    for (const { x, y, size, pace } of banks) {
      const span = width * 2;
      const along = modulo(x * span - time * pace - travel * y * 0.6, span) - width * 0.5;
      at(pen, [along, y * height], () => {
        pen.scale(1, 0.14);
        glow(pen, colour, 0.62, [0, 0], size * width);
      });
    }
  };
}

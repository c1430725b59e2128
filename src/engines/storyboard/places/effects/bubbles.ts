import { between } from '../../random.ts';
import { arc, type Layer, modulo, oval, type Stage } from '../../stage/index.ts';

/** Bubbles that rise. */
export function bubbles(stage: Stage): Layer {
  const chance = stage.chance('bubbles');
  const { width, height } = stage;
  const all = Array.from({ length: 20 }, () => ({
    x: chance() * width,
    start: chance(),
    size: between(chance, 1.6, 5.4),
    pace: between(chance, 0.12, 0.3),
  }));
  return (pen, { time, travel }) => {
    for (const { x, start, size, pace } of all) {
      const left = modulo(x - travel * 0.9, width) + Math.sin(time * 3 + start * 9) * 5;
      const y = height * (1 - ((start + time * pace) % 1));
      oval(pen, 'rgba(220, 250, 255, 0.18)', left, y, size);
      arc(pen, 'rgba(236, 253, 255, 0.7)', 1, [left, y], size, 0, Math.PI * 2);
      oval(pen, 'rgba(255, 255, 255, 0.85)', left - size * 0.35, y - size * 0.35, size * 0.25);
    }
  };
}

import { between } from '../random.ts';
import { type Layer, modulo, type Stage } from '../stage/index.ts';

/** Flakes that sway as they fall. */
export function snow(stage: Stage): Layer {
  const chance = stage.chance('snow');
  const { width, height } = stage;
  const flakes = Array.from({ length: Math.round((130 * width) / 640) }, () => {
    const near = between(chance, 0.35, 1.25);
    return { near, x: chance(), y: chance(), sway: chance() * 7, size: near * between(chance, 1.1, 2.5) };
  });
  return (pen, { time, travel }) => {
    for (const { near, x, y, sway, size } of flakes) {
      const fallen = (y + time * near * 0.17) % 1;
      const along = x * width - travel * near * 0.7 + Math.sin(time * 1.3 + sway) * 14 * near;
      pen.fillStyle = `rgba(255, 255, 255, ${0.45 + near * 0.36})`;
      pen.beginPath();
      pen.arc(modulo(along, width), fallen * (height + 20) - 10, size, 0, Math.PI * 2);
      pen.fill();
    }
  };
}

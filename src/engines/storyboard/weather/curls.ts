import { between } from '../random.ts';
import { bow, type Layer, type Stage } from '../stage/index.ts';

/** Curls of air that blow past. */
export function curls(stage: Stage): Layer {
  const chance = stage.chance('wind');
  const by = (low: number, high: number) => between(chance, low, high);
  const all = Array.from({ length: 5 }, () => ({ x: chance(), y: by(0.12, 0.7), length: by(60, 120) }));
  return (pen, { time, travel }) => {
    const span = stage.width + 240;
    for (const { x, y, length } of all) {
      const left = span - ((x * span + time * 210 + travel * 0.4) % span) - 120;
      const [top, air] = [y * stage.height, 'rgba(255, 255, 255, 0.34)'];
      bow(pen, air, 1.8, [left + length, top + 4], [left + length * 0.5, top - 5], [left, top]);
      bow(pen, air, 1.8, [left, top], [left - 15, top + 2], [left - 9, top - 9]);
    }
  };
}

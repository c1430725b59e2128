import { between, pick } from '../random.ts';
import { bow, type Layer, oval, type Stage } from '../stage/index.ts';

/** Leaves and curls of air that blow past. */
export function wind(stage: Stage): Layer {
  const chance = stage.chance('wind');
  const { width, height } = stage;
  const by = (low: number, high: number) => between(chance, low, high);
  const curls = Array.from({ length: 5 }, () => ({ x: chance(), y: by(0.12, 0.7), length: by(60, 120) }));
  const leaves = Array.from({ length: 12 }, () => ({
    x: chance(),
    y: by(0.1, 0.85),
    phase: chance() * 7,
    colour: pick(chance, ['#e9a23b', '#d9743f', '#9cc05a', '#f3c65c']),
  }));
  return (pen, { time, travel }) => {
    const span = width + 240;
    for (const { x, y, length } of curls) {
      const left = span - ((x * span + time * 210 + travel * 0.4) % span) - 120;
      const [top, air] = [y * height, 'rgba(255, 255, 255, 0.34)'];
      bow(pen, air, 1.8, [left + length, top + 4], [left + length * 0.5, top - 5], [left, top]);
      bow(pen, air, 1.8, [left, top], [left - 15, top + 2], [left - 9, top - 9]);
    }
    for (const { x, y, phase, colour } of leaves) {
      const left = span - ((x * span + time * (130 + phase * 12) + travel * 0.6) % span) - 120;
      oval(pen, colour, left, y * height + Math.sin(time * 4 + phase) * 16, 5, 2.6, time * 6 + phase);
    }
  };
}

import { between, pick } from '../../random.ts';
import { at, bow, fade, type Layer, oval, type Stage } from '../../stage/index.ts';

/** Small fish that pass together. */
export function shoal(stage: Stage): Layer {
  const chance = stage.chance('shoal');
  const colour = fade(pick(chance, ['#ffd76a', '#ff9f8a', '#b7f0e2']), 0.75);
  const span = stage.width + 260;
  const fishes = Array.from({ length: 11 }, () => ({
    x: between(chance, -60, 60),
    y: between(chance, -26, 26),
    phase: chance() * 7,
  }));
  return (pen, { time, travel }) => {
    const middle = span - ((time * 34 + travel * 0.3 + stage.width * 0.55) % span) - 130;
    for (const { x, y, phase } of fishes) {
      at(pen, [middle + x, stage.height * 0.26 + y + Math.sin(time * 2 + phase) * 4], () => {
        oval(pen, colour, 0, 0, 8, 4);
        for (const side of [-1, 1]) bow(pen, colour, 3, [7, 0], [12, side * 4], [13, side * 5]);
        oval(pen, '#23314a', -4.5, -1, 1);
      });
    }
  };
}

import { fade, type Layer, line, oval, type Stage } from '../../stage/index.ts';

/** A star that falls now and then. */
export function shootingStar(stage: Stage): Layer {
  return (pen, { time }) => {
    const share = (time * 0.45 + 0.3) % 1;
    if (share > 0.35) return;
    const x = stage.width * (0.25 + share * 1.3);
    const y = stage.height * (0.08 + share * 0.6);
    line(pen, fade('#ffffff', 0.7 * (1 - share / 0.35)), 1.8, [x - 46, y - 21, x, y]);
    oval(pen, '#ffffff', x, y, 1.8);
  };
}

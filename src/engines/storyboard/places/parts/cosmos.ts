import { between, pick } from '../../random.ts';
import { backdrop, fade, glow, type Layer, line, oval, type Stage } from '../../stage/index.ts';

/** Coloured clouds between the stars, as a backdrop. */
export function nebula(stage: Stage): Layer {
  const chance = stage.chance('nebula');
  return backdrop(stage, ['#070a24', '#131445', '#2a1b5c'], (pen) => {
    for (let patch = 0; patch < 9; patch++) {
      const colour = pick(chance, ['#6a3fb5', '#2f6fd0', '#c0479a', '#2fa3b5']);
      glow(pen, colour, 0.34, [chance() * stage.width, chance() * stage.height], between(chance, 90, 210));
    }
  });
}

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

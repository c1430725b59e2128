import { glow, type Layer, mix, oval, type Stage } from '../../stage/index.ts';

const COLOURS = ['#ffd35e', '#ff7d8c', '#7fe3ff', '#9df0a8'] as const;

/** Strings of coloured lights that run. */
export function bulbs(stage: Stage): Layer {
  return (pen, { time }) => {
    for (let x = 0, index = 0; x <= stage.width; x += 22, index++) {
      const y = 34 + 26 * Math.sin(((x % 220) / 220) * Math.PI);
      const isOn = (index + Math.floor(time * 4)) % 3 !== 0;
      const colour = COLOURS[index % COLOURS.length] ?? COLOURS[0];
      if (isOn) glow(pen, colour, 0.6, [x, y], 15);
      oval(pen, isOn ? colour : mix(colour, '#333344', 0.4), x, y, 4);
    }
  };
}

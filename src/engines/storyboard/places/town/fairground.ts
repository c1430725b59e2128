import { fade, glow, type Layer, mix, openSky, oval, type Stage } from '../../stage/index.ts';
import { fixedProps, ground, hills, landscape } from '../parts/index.ts';

/** A big wheel, a tent and a carousel, with strings of lights. */
export const FAIRGROUND = landscape({
  floor: 0.83,
  behind: (stage, floor) => [
    ...openSky(stage),
    hills(stage, { y: floor - 50, height: 18, near: 0.05, haze: 0.5, colour: '#86b981' }),
    fixedProps(
      stage,
      [
        ['roller-coaster', 0.14, floor - 20, 150],
        ['ferris-wheel', 0.42, floor - 20, 190],
        ['circus-tent', 0.74, floor - 18, 140],
        ['carousel-horse', 1.02, floor - 16, 110],
        ['ferris-wheel', 1.34, floor - 20, 170],
      ],
      0.26,
      0.14,
    ),
    ground(stage, floor - 24, ['#d9c79a', '#c7b285', '#a8946c']),
    bulbs(stage),
  ],
});

function bulbs(stage: Stage): Layer {
  const colours = ['#ffd35e', '#ff7d8c', '#7fe3ff', '#9df0a8'];
  return (pen, { time }) => {
    for (let x = 0, index = 0; x <= stage.width; x += 22, index++) {
      const y = 34 + 26 * Math.sin(((x % 220) / 220) * Math.PI);
      const isOn = (index + Math.floor(time * 4)) % 3 !== 0;
      const colour = colours[index % colours.length] ?? '#ffd35e';
      if (isOn) glow(pen, [fade(colour, 0.6), fade(colour, 0)], x, y, 15);
      oval(pen, isOn ? colour : mix(colour, '#333344', 0.4), x, y, 4);
    }
  };
}

import { openSky } from '../../stage/index.ts';
import { fixedProps, grassInFront, ground, hills, landscape, skyline, trees } from '../parts/index.ts';

/** Lawns with a path, benches and lamps under trees. */
export const PARK = landscape({
  floor: 0.82,
  behind: (stage, floor) => [
    ...openSky(stage),
    skyline(stage, { near: 0.05, haze: 0.82, width: 44, floor: floor - 30, tall: [70, 150] }),
    hills(stage, { y: floor - 52, height: 20, near: 0.1, haze: 0.4, colour: '#86b981' }),
    trees(stage, { kind: 'broad', count: 6, foot: floor - 30, near: 0.3, size: 1, colour: '#5d9c52' }),
    ground(stage, floor - 30, ['#a5d482', '#84c066', '#62a353']),
    fixedProps(
      stage,
      [
        ['bench', 0.22, floor - 12, 62],
        ['street-lamp', 0.4, floor - 14, 120],
        ['fountain', 0.85, floor - 14, 96],
        ['bench', 1.18, floor - 12, 62],
        ['street-lamp', 1.36, floor - 14, 120],
      ],
      0.8,
    ),
  ],
  inFront: (stage) => [grassInFront(stage, '#5fa64f', 8)],
});

import { box, glow, type Layer, openSky, type Stage, strip } from '../../stage/index.ts';
import { fixedProps, hills, landscape, pavement, trees } from '../parts/index.ts';

/** Pumps under a roof beside the road. */
export const GAS_STATION = landscape({
  floor: 0.83,
  surface: 'paved',
  behind: (stage, floor) => {
    const kerb = floor - 20;
    return [
      ...openSky(stage),
      hills(stage, { y: kerb - 26, height: 22, near: 0.08, colour: '#8fae86' }),
      trees(stage, { kind: 'broad', count: 5, foot: kerb, near: 0.2, haze: 0.3, size: 0.55, colour: '#5d9c52' }),
      canopy(stage, kerb),
      pavement(stage, kerb, ['#b8b6bd', '#a4a2ab', '#7d7a86']),
      fixedProps(
        stage,
        [
          ['fuel-pump', 0.34, kerb + 8, 72],
          ['fuel-pump', 0.62, kerb + 8, 72],
          ['automobile', 1.1, kerb + 14, 96],
        ],
        0.7,
      ),
    ];
  },
});

function canopy(stage: Stage, kerb: number): Layer {
  const left = stage.width * 0.14;
  const wide = stage.width * 0.68;
  return strip(stage, {
    near: 0.7,
    span: Math.ceil(stage.width * 1.5),
    paint: ({ pen }) => {
      for (const x of [left + wide * 0.12, left + wide * 0.84]) box(pen, '#d9dde4', x, kerb - 150, 14, 150);
      box(pen, '#f4f5f7', left, kerb - 176, wide, 30, 3);
      box(pen, '#e0403a', left, kerb - 166, wide, 10);
      box(pen, '#f4f5f7', stage.width * 1.2, kerb - 100, 150, 100, 3);
      box(pen, '#7fa9c6', stage.width * 1.2 + 14, kerb - 76, 122, 52, 2);
    },
    ...(stage.light.areLampsLit && {
      shine: ({ pen }) =>
        glow(pen, ['rgba(255, 244, 214, 0.5)', 'rgba(255, 244, 214, 0)'], left + wide / 2, kerb - 120, wide * 0.5),
    }),
  });
}

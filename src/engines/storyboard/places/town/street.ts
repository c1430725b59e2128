import { between, pick } from '../../random.ts';
import { at, box, fade, type Layer, mix, openSky, type Stage, strip, tonesOf } from '../../stage/index.ts';
import {
  broadTree,
  fronts,
  lampPosts,
  landscape,
  pavement,
  shopFront,
  shopLight,
  skyline,
  windowGrid,
} from '../parts/index.ts';

/** A street of small shops and trees. */
export const STREET = landscape({
  floor: 0.82,
  surface: 'paved',
  behind: (stage, floor) => {
    const kerb = floor - 16;
    return [
      ...openSky(stage),
      skyline(stage, { near: 0.12, haze: 0.7, width: 58, floor: kerb, tall: [90, 190] }),
      shops(stage, kerb),
      treeRow(stage, kerb),
      pavement(stage, kerb, ['#cfc4b6', '#b8ac9f', '#7d7a86']),
      lampPosts(stage, kerb + 3, '#ffe0a3'),
    ];
  },
});

function shops(stage: Stage, kerb: number): Layer {
  const chance = stage.chance('shops');
  const span = Math.ceil(stage.width * 1.7);
  const houses = fronts(chance, span, {
    width: 124,
    floor: kerb,
    tall: [130, Math.min(225, kerb * 0.8)],
    paints: ['#e8b796', '#f0d3a2', '#c9b8d8', '#a9c7c9', '#e59f90', '#d9c7a8'],
  });
  const awnings = houses.map(() => pick(chance, ['#d2594f', '#4d8f83', '#d99a3f', '#5a78b8']));
  const isLit = stage.light.areLampsLit;
  return strip(stage, {
    near: 0.5,
    span,
    paint: ({ pen }) => {
      houses.forEach((house, index) => {
        box(pen, house.paint, house.left, house.roof, house.width + 1, stage.height - house.roof);
        box(pen, mix(house.paint, '#6b3d3a', 0.45), house.left - 3, house.roof - 6, house.width + 6, 11, 3);
        windowGrid(pen, house, 17, () => '#7fa9c6', kerb - 84);
        shopFront(pen, house, kerb, awnings[index] ?? '#d2594f');
      });
    },
    ...(isLit && {
      shine: ({ pen }) => {
        for (const house of houses) {
          windowGrid(pen, house, 17, () => (chance() < 0.55 ? fade('#ffdf96', 0.95) : ''), kerb - 84);
          shopLight(pen, house, kerb, '#ffc978');
        }
      },
    }),
  });
}

function treeRow(stage: Stage, kerb: number): Layer {
  const chance = stage.chance('trees');
  const tones = tonesOf(stage.scene.weather === 'snow' ? '#9db8a8' : '#6aa257');
  return strip(stage, {
    near: 0.72,
    paint: ({ pen, span, put }) => {
      for (let index = 0; index < 3; index++) {
        const size = between(chance, 0.85, 1.05);
        put(((index + chance() * 0.5) / 3) * span, (x) =>
          at(pen, [x, kerb + 4, 0, size], () => broadTree(pen, tones, 0)),
        );
      }
    },
  });
}

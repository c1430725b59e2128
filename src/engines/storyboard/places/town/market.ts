import { spriteOf } from '../../library/sprite.ts';
import { pick } from '../../random.ts';
import { at, box, glow, type Layer, openSky, oval, polygon, type Stage, strip } from '../../stage/index.ts';
import { landscape, pavement, skyline } from '../parts/index.ts';

/** Stalls with awnings, fruit and lanterns. */
export const MARKET = landscape({
  floor: 0.83,
  surface: 'paved',
  behind: (stage, floor) => {
    const kerb = floor - 22;
    return [
      ...openSky(stage),
      skyline(stage, { near: 0.08, width: 60, floor: kerb, tall: [90, 170] }),
      stalls(stage, kerb),
      pavement(stage, kerb, ['#cfc4b6', '#b8ac9f', '#7d7a86']),
    ];
  },
});

const WARES = [
  'watermelon',
  'red-apple',
  'banana',
  'grapes',
  'bread',
  'fish',
  'carrot',
  'pineapple',
  'steaming-bowl',
  'dumpling',
  'sunflower',
] as const;

function stalls(stage: Stage, kerb: number): Layer {
  const chance = stage.chance('stalls');
  const span = Math.ceil(stage.width * 1.5);
  const count = Math.max(3, Math.round(span / 150));
  const wide = span / count;
  const all = Array.from({ length: count }, () => ({
    awning: pick(chance, ['#d2594f', '#4d8f83', '#d99a3f', '#5a78b8', '#a35a8f']),
    wares: [pick(chance, WARES), pick(chance, WARES), pick(chance, WARES)],
  }));
  return strip(stage, {
    near: 0.6,
    span,
    paint: ({ pen }) => {
      all.forEach(({ awning, wares }, index) => {
        const left = index * wide + 8;
        const inner = wide - 16;
        box(pen, '#6b4a3a', left + 4, kerb - 112, 5, 112);
        box(pen, '#6b4a3a', left + inner - 9, kerb - 112, 5, 112);
        box(pen, '#a9744a', left, kerb - 44, inner, 46, 3);
        box(pen, '#c98f5f', left - 3, kerb - 50, inner + 6, 9, 2);
        wares.forEach((name, ware) => {
          const sprite = spriteOf(name, 40 * stage.scale);
          for (const shift of [-11, 11])
            at(pen, [left + inner * (0.2 + ware * 0.3) + shift, kerb - 49], () => sprite.show(pen, 32));
        });
        const flaps = 8;
        for (let flap = 0; flap < flaps; flap++) {
          const x = left - 8 + (flap * (inner + 16)) / flaps;
          const step = (inner + 16) / flaps;
          polygon(pen, flap % 2 === 0 ? awning : '#fbf4e6', [
            x + 3,
            kerb - 134,
            x + step + 1,
            kerb - 134,
            x + step,
            kerb - 104,
            x,
            kerb - 104,
          ]);
          oval(pen, flap % 2 === 0 ? awning : '#fbf4e6', x + step / 2, kerb - 104, step / 2, 6);
        }
      });
    },
    ...(stage.light.areLampsLit && {
      shine: ({ pen, put }) => {
        for (let index = 0; index < count; index++) {
          put(index * wide + wide / 2, (x) => {
            glow(pen, ['rgba(255, 190, 100, 0.55)', 'rgba(255, 190, 100, 0)'], x, kerb - 84, 80);
            oval(pen, '#fff0c0', x, kerb - 96, 5);
          });
        }
      },
    }),
  });
}

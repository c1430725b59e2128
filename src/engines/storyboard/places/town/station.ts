import { spriteOf } from '../../library/sprite.ts';
import { at, box, type Layer, openSky, polygon, type Stage, strip } from '../../stage/index.ts';
import { landscape, pavement, skyline } from '../parts/index.ts';

/** A platform under a roof, a train behind it. */
export const STATION = landscape({
  floor: 0.84,
  surface: 'paved',
  behind: (stage, floor) => {
    const edge = floor - 22;
    return [
      ...openSky(stage),
      skyline(stage, { near: 0.06, width: 52, floor: edge, tall: [70, 160] }),
      carriages(stage, edge),
      pavement(stage, edge, ['#c9c4bd', '#b3aea8', '#84818a']),
      roof(stage, edge),
    ];
  },
});

function carriages(stage: Stage, edge: number): Layer {
  const span = Math.ceil(stage.width * 1.6);
  return strip(stage, {
    near: 0.6,
    span,
    paint: ({ pen }) => {
      box(pen, '#5b5f6b', 0, edge - 16, span, 18);
      const count = 3;
      for (let index = 0; index < count; index++) {
        const left = (index / count) * span + 4;
        const wide = span / count - 8;
        box(pen, '#3f7f6a', left, edge - 112, wide, 98, 12);
        box(pen, '#f3e3b8', left, edge - 56, wide, 9);
        for (let x = left + 16; x < left + wide - 40; x += 46)
          box(pen, stage.light.areLampsLit ? '#ffe6a3' : '#bfe3f2', x, edge - 98, 34, 32, 5);
        box(pen, '#2f6152', left + wide - 30, edge - 100, 22, 84, 3);
      }
    },
  });
}

function roof(stage: Stage, edge: number): Layer {
  const span = Math.ceil(stage.width * 1.3);
  return strip(stage, {
    near: 0.85,
    span,
    paint: ({ pen }) => {
      for (let x = span * 0.12; x < span; x += span / 3) {
        box(pen, '#4d5568', x, 40, 8, edge - 36);
        polygon(pen, '#4d5568', [x - 40, 40, x + 48, 40, x + 8, 72, x, 72]);
      }
      box(pen, '#6b7488', 0, 22, span, 20);
      box(pen, '#8e97ab', 0, 14, span, 9);
      const clock = spriteOf('mantelpiece-clock', 44 * stage.scale);
      at(pen, [span * 0.62, 92], () => clock.show(pen, 44));
    },
  });
}

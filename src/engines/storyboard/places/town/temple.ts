import { box, glow, type Layer, line, openSky, type Pen, shape, type Stage, strip } from '../../stage/index.ts';
import { fixedProps, hills, landscape, pavement, trees } from '../parts/index.ts';

/** A hall with turned-up roofs over red pillars, steps and lanterns before it. */
export const TEMPLE = landscape({
  floor: 0.83,
  surface: 'paved',
  behind: (stage, floor) => [
    ...openSky(stage),
    hills(stage, { y: floor - 70, height: 40, near: 0.05, colour: '#6f9a86' }),
    trees(stage, { kind: 'fir', count: 9, foot: floor - 24, near: 0.14, haze: 0.34, size: 0.9, colour: '#4c8a60' }),
    hall(stage, floor - 22),
    pavement(stage, floor - 24, ['#c9bda8', '#b3a793', '#8d8372']),
    fixedProps(
      stage,
      [
        ['shinto-shrine', 1.2, floor - 18, 120],
        ['red-paper-lantern', 0.12, floor - 30, 46],
      ],
      0.7,
    ),
  ],
});

function hall(stage: Stage, foot: number): Layer {
  const span = Math.ceil(stage.width * 1.5);
  const middle = stage.width * 0.5;
  return strip(stage, {
    near: 0.32,
    haze: 0.1,
    span,
    paint: ({ pen }) => {
      for (const [width, y] of [
        [176, 8],
        [160, 16],
      ] as const)
        box(pen, '#b8ad9a', middle - width, foot - y, width * 2, 9, 1);
      box(pen, '#6b2f26', middle - 138, foot - 96, 276, 80);
      for (let x = -126; x <= 126; x += 42) box(pen, '#b23a2c', middle + x - 7, foot - 98, 14, 84, 2);
      for (let x = -105; x <= 105; x += 42) box(pen, '#e2b45a', middle + x - 11, foot - 72, 22, 50, 1);
      eaves(pen, middle, foot - 92, 190, 44);
      box(pen, '#8f3327', middle - 84, foot - 152, 168, 28);
      eaves(pen, middle, foot - 146, 124, 40);
    },
    ...(stage.light.areLampsLit && {
      shine: ({ pen }) => glow(pen, ['rgba(255, 190, 100, 0.5)', 'rgba(255, 190, 100, 0)'], middle, foot - 50, 150),
    }),
  });
}

function eaves(pen: Pen, x: number, y: number, reach: number, tall: number): void {
  shape(pen, '#46515f', () => {
    pen.moveTo(x - reach, y);
    pen.quadraticCurveTo(x - reach * 0.7, y - 4, x - reach * 0.55, y - tall);
    pen.lineTo(x + reach * 0.55, y - tall);
    pen.quadraticCurveTo(x + reach * 0.7, y - 4, x + reach, y);
    pen.quadraticCurveTo(x, y + 12, x - reach, y);
  });
  box(pen, '#5f6c7c', x - reach * 0.58, y - tall - 6, reach * 1.16, 9, 4);
  line(pen, '#d9a441', 3, [
    x - reach,
    y + 1,
    x - reach * 0.5,
    y + 6,
    x,
    y + 7,
    x + reach * 0.5,
    y + 6,
    x + reach,
    y + 1,
  ]);
}

import { box, type Layer, mix, polygon, type Stage, strip } from '../../stage/index.ts';

/** A fence of pales. */
export function fence(stage: Stage, y: number, paint = '#fbf8ef'): Layer {
  const rail = mix(paint, '#8a7a60', 0.15);
  return strip(stage, {
    near: 0.6,
    paint: ({ pen, span }) => {
      box(pen, rail, 0, y - 34, span, 5);
      box(pen, rail, 0, y - 16, span, 5);
      const pales = Math.round(span / 20);
      for (let index = 0; index < pales; index++) {
        const x = (index / pales) * span;
        polygon(pen, paint, [x, y, x, y - 40, x + 5, y - 47, x + 10, y - 40, x + 10, y]);
      }
    },
  });
}

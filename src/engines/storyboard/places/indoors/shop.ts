import { box } from '../../stage/index.ts';
import { type FixedProp, interior, type Place } from '../parts/index.ts';

/** A shop with full shelves. */
export const SHOP: Place = {
  usualWeather: 'clear',
  weather: 'outside',
  build: (stage) =>
    interior(stage, {
      wall: ['#eef3f6', '#dbe6ec'],
      floor: ['#e3e6ea', '#cfd4da', '#aab2bb'],
      pattern: 'tiles',
      decorate: (pen, span, edge) => {
        for (const y of [150, 104, 58]) box(pen, '#b7c3cd', 0, edge - y, span, 5);
      },
      atWall: [150, 104, 58].flatMap((up, row) =>
        Array.from({ length: 14 }, (_, index): FixedProp => {
          const wares = [
            'bread',
            'bottle',
            'red-apple',
            'canned-food',
            'cookie',
            'cheese-wedge',
            'glass-of-milk',
            'teddy-bear',
            'banana',
          ];
          return [wares[(index * 2 + row * 5) % wares.length] ?? 'bread', 0.05 + index * 0.105, up, 36];
        }),
      ),
      onFloor: [['shopping-cart', 0.88, 12, 88]],
    }),
};

import { between, pick } from '../../random.ts';
import { box, type Pen, type Stage } from '../../stage/index.ts';
import { interior, type Place } from '../parts/index.ts';

/** Shelves full of books. */
export const LIBRARY: Place = {
  usualWeather: 'clear',
  weather: 'outside',
  build: (stage) =>
    interior(stage, {
      wall: ['#b98e66', '#a37a54'],
      floor: ['#8f6a48', '#7d5a3c', '#63462e'],
      pattern: 'plain',
      decorate: (pen, span, edge) => shelves(pen, stage, span, edge),
      atWall: [],
      onFloor: [
        ['potted-plant', 0.1, 8, 72],
        ['ladder', 0.86, 8, 120],
      ],
    }),
};

function shelves(pen: Pen, stage: Stage, span: number, edge: number): void {
  const chance = stage.chance('shelves');
  for (let y = 8; y < edge - 20; y += 50) {
    box(pen, '#6b4a31', 0, y, span, 48);
    for (let x = 5; x < span - 12;) {
      const wide = between(chance, 7, 14);
      const tall = between(chance, 28, 42);
      if (chance() < 0.94)
        box(
          pen,
          pick(chance, ['#b5483f', '#3f6f9e', '#d9a441', '#4f8a5b', '#7d5a9e', '#c98f5f', '#3f8f8f', '#e8dcc0']),
          x,
          y + 46 - tall,
          wide,
          tall,
          1,
        );
      x += wide + 1.5;
    }
    box(pen, '#a37a54', 0, y + 45, span, 6);
  }
  for (let x = 0; x < span; x += 150) box(pen, '#8f6a48', x, 0, 10, edge);
}

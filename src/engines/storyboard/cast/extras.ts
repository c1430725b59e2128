import type { DrawingPath } from '../library/library.ts';
import { paintPaths } from '../library/paint-paths.ts';
import { at, bow, line, oval, type Pen, type Point, polygon } from '../stage/index.ts';
import EXTRAS from './extras.json' with { type: 'json' };

/** Small wings for what can't fly by itself; drawn behind it. */
export function wings(pen: Pen, [x, y]: Point, time: number): void {
  const beat = Math.sin(time * 9);
  for (const side of [-0.7, 1]) {
    at(pen, [x - 36, y - 4, side * 0.45 * beat], () => {
      pen.scale(side, 1);
      paintPaths(pen, [[side < 0 ? '#dfe8f6' : '#ffffff', EXTRAS.wing]]);
    });
  }
}

/** Something stiff that is worn: an umbrella, its stick behind a head, or a glass helmet where there is no air. */
export function worn(pen: Pen, name: 'umbrella' | 'helmet', [x, y]: Point, time: number): void {
  const { at: place, sway, paths } = EXTRAS[name];
  const [right = 0, down = 0] = place;
  at(pen, [x + right, y + down, Math.sin(time * 1.9) * sway], () => paintPaths(pen, paths as unknown as DrawingPath[]));
}

/** A scarf around a neck, one end in the wind. */
export function scarf(pen: Pen, [x, y]: Point, time: number): void {
  const flutter = Math.sin(time * 5) * 5;
  bow(pen, '#c93b45', 9, [x - 8, y + 2], [x - 24, y + 4 + flutter], [x - 36, y + 12 - flutter]);
  oval(pen, '#e5484d', x, y, 25, 7.5);
  bow(pen, '#f7c14e', 2, [x - 18, y - 1], [x, y + 5], [x + 18, y - 1]);
}

/** Does something for each of some that follow one another, by how far on its way each is, from 0 to 1. */
function inTurn(count: number, phase: number, paint: (share: number, index: number) => void): void {
  for (let index = 0; index < count; index++) paint((phase + index / count) % 1, index);
}

/** Letters of sleep that rise and fade. */
export function snores(pen: Pen, [x, y]: Point, time: number): void {
  inTurn(3, time * 0.4, (share) => {
    const size = 5 + share * 8;
    const left = x + 26 + share * 34 + Math.sin(share * 7) * 5;
    const top = y - 44 - share * 52;
    const ink = `rgba(255, 255, 255, ${0.9 * Math.sin(share * Math.PI)})`;
    line(pen, ink, 2.4, [left, top, left + size, top, left, top + size, left + size, top + size]);
  });
}

/** A bubble in which somebody says what nobody hears. */
export function speech(pen: Pen, [x, y]: Point, time: number): void {
  const size = Math.max(0, Math.min(1, 3 * Math.sin(time * 1.6)));
  at(pen, [x, y - 6, 0, size], () => {
    paintPaths(pen, [['#ffffff', EXTRAS.bubble, 0.92]]);
    for (const dot of [0, 1, 2]) oval(pen, '#8d95a3', 16 + dot * 12, -26 + 2 * Math.sin(time * 9 - dot), 3.6);
  });
}

/** Notes around a dancer. */
export function notes(pen: Pen, time: number): void {
  inTurn(4, time * 0.45, (share, note) => {
    const side = note % 2 === 0 ? -1 : 1;
    const x = side * (58 + note * 7 + Math.sin(share * 8) * 6);
    const y = -50 - share * 92;
    const ink = `rgba(255, 236, 170, ${0.95 * Math.sin(share * Math.PI)})`;
    oval(pen, ink, x, y, 5, 3.8, -0.4);
    line(pen, ink, 1.8, [x + 4.4, y - 1, x + 4.4, y - 18]);
    polygon(pen, ink, [x + 4.4, y - 19, x + 12, y - 14, x + 4.4, y - 12]);
  });
}

/** Dust behind quick feet. */
export function dust(pen: Pen, reach: number, time: number): void {
  inTurn(5, time * 1.6, (share) => {
    const white = `rgba(255, 255, 255, ${0.42 * (1 - share)})`;
    oval(pen, white, -reach * 0.6 - share * 46, -4 - share * 13, 4 + share * 10, 3 + share * 7);
  });
}

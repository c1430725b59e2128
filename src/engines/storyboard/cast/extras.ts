import type { DrawingPath } from '../library/library.ts';
import { paintPaths } from '../library/paint-paths.ts';
import { spriteOf } from '../library/sprite.ts';
import { traitsOf } from '../library/traits.ts';
import { HEXES } from '../read/vocabulary.ts';
import type { CastMember } from '../scene.ts';
import { at, bow, mix, oval, type Pen, type Point } from '../stage/index.ts';
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

/** What somebody has on; of a scarf one end is in the wind. */
export function garment(pen: Pen, { subject, colour }: CastMember, neck: Point, time: number, pixels: number): void {
  const hex = colour && HEXES[colour];
  if (subject === 'scarf') return scarf(pen, neck, time, hex ?? '#e5484d');
  const [right = 0, down = 0, side = 0] = EXTRAS.worn[traitsOf(subject).worn ?? 'body'];
  at(pen, [neck[0] + right, neck[1] + down], () => spriteOf(subject, side * pixels, hex).show(pen, side));
}

function scarf(pen: Pen, [x, y]: Point, time: number, hex: string): void {
  const flutter = Math.sin(time * 5) * 5;
  bow(pen, mix(hex, '#5a2040', 0.2), 9, [x - 8, y + 2], [x - 24, y + 4 + flutter], [x - 36, y + 12 - flutter]);
  oval(pen, hex, x, y, 25, 7.5);
  bow(pen, '#f7c14e', 2, [x - 18, y - 1], [x, y + 5], [x + 18, y - 1]);
}

/** What comes out of somebody again and again, one after the other, and is gone after a while: each along its way, by how far it is, 0 to 1. */
export function rising(pen: Pen, what: 'snores' | 'notes' | 'dust', [x, y]: Point, time: number): void {
  const { count, pace, from, goes, sway, size, grows, opacity, paths } = EXTRAS.rising[what];
  const [[left = 0, top = 0], [right = 0, down = 0]] = [from, goes];
  for (let index = 0; index < count; index++) {
    const share = (time * pace + index / count) % 1;
    const side = what === 'notes' && index % 2 === 0 ? -1 : 1;
    const along = side * (left + right * share + Math.sin(share * 8) * sway);
    at(pen, [x + along, y + top + down * share, 0, size + grows * share], () => {
      const shown = opacity * (what === 'dust' ? 1 - share : Math.sin(share * Math.PI));
      paintPaths(
        pen,
        paths.map(([colour, path, line]) => [String(colour), String(path), shown, 0, Number(line)]),
      );
    });
  }
}

/** A bubble in which somebody says what nobody hears. */
export function speech(pen: Pen, [x, y]: Point, time: number): void {
  const size = Math.max(0, Math.min(1, 3 * Math.sin(time * 1.6)));
  at(pen, [x, y - 6, 0, size], () => {
    paintPaths(pen, [['#ffffff', EXTRAS.bubble, 0.92]]);
    for (const dot of [0, 1, 2]) oval(pen, '#8d95a3', 16 + dot * 12, -26 + 2 * Math.sin(time * 9 - dot), 3.6);
  });
}

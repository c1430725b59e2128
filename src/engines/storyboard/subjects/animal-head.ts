import type { DrawingPath } from '../library/library.ts';
import { paintPaths } from '../library/paint-paths.ts';
import { spriteOf } from '../library/sprite.ts';
import { mix } from '../stage/index.ts';
import { arc, at, line, oval, type Pen, polygon, shape } from '../stage/pen.ts';
import type { AnimalKind } from './animal-kinds.ts';
import HEADS from './painted-heads.json' with { type: 'json' };
import type { Pose } from './pose.ts';

/** What is black on a panda. */
export const BLACK = '#34303f';
const INK = '#2b2233';
const SIDES = [-1, 1] as const;

/** The head of an animal around the origin, some 62 units wide. */
export function animalHead(pen: Pen, { face, coat }: AnimalKind, pose: Pose): void {
  // A face of the library is a little larger than a painted head, as it brings its own ears.
  if (face !== undefined) return at(pen, [0, 34], () => spriteOf(face, pose.pixels * 78, pose.hex).show(pen, 78));
  if (coat === 'panda') pandaHead(pen, pose);
  else catHead(pen, pose);
  for (const side of SIDES) oval(pen, 'rgba(255, 110, 120, 0.38)', side * 22, 10, 5.5, 3.4);
}

function catHead(pen: Pen, pose: Pose): void {
  const { tones, time } = pose;
  const twitch = Math.max(0, Math.sin(time * 2.1) - 0.93) * 1.6;
  for (const side of SIDES) {
    pen.save();
    pen.scale(side, 1);
    at(pen, [17, -17, side > 0 ? twitch : 0], () => {
      shape(pen, tones.main, () => {
        pen.moveTo(-14, 2);
        pen.quadraticCurveTo(-3, -22, 9, -29);
        pen.quadraticCurveTo(17, -14, 14, 12);
      });
      polygon(pen, mix(tones.pale, '#ef8f98', 0.62), [-6, 0, 7, -20, 10, 6]);
    });
    pen.restore();
  }
  paintPaths(pen, toned(HEADS.cat, pose));
  eyes(pen, pose, '#8fce5a');
  for (const side of SIDES) {
    for (const slope of [-0.22, 0.02, 0.26])
      line(pen, 'rgba(255, 255, 255, 0.85)', 1, [side * 17, 10 + slope * 9, side * 39, 10 + slope * 34]);
  }
}

/** Outlines with the colours of the one who is painted. */
function toned(paths: readonly (readonly (string | number)[])[], { tones }: Pose): readonly DrawingPath[] {
  const { main, dark, pale } = tones;
  const colours: Readonly<Record<string, string>> = { main, dark, pale };
  return paths.map(([paint, ...path]) => [colours[String(paint)] ?? paint, ...path] as unknown as DrawingPath);
}

function pandaHead(pen: Pen, pose: Pose): void {
  paintPaths(pen, toned(HEADS.panda, pose));
  eyes(pen, pose);
}

/** Two eyes; plain dark ones without an iris. */
function eyes(pen: Pen, { motion, lids }: Pose, iris = INK): void {
  const shut = motion === 'sleep' ? 1 : lids;
  const open = 1 - shut * 0.8;
  for (const x of [-14, 14]) {
    if (shut > 0.6) {
      arc(pen, INK, 2, x, -0.75, 5.25, 0.25, Math.PI - 0.25);
      continue;
    }
    oval(pen, iris, x, 1, 6, 7 * open);
    oval(pen, '#1c1522', x, 1, 3.5, 5.9 * open);
    oval(pen, '#ffffff', x + 1.8, 1 - 2.5 * open, 2.1, 2.1 * open);
    oval(pen, 'rgba(255, 255, 255, 0.75)', x - 2, 1 + 2.5 * open, 1, open);
  }
}

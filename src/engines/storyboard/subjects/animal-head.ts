import { paintPaths } from '../library/paint-paths.ts';
import { spriteOf } from '../library/sprite.ts';
import { arc, at, oval, type Pen } from '../stage/index.ts';
import { type AnimalKind, marksOf } from './animal-kinds.ts';
import type { Pose } from './pose.ts';

const INK = '#2b2233';
const SIDES = [-1, 1] as const;

/** The head of an animal around the origin, some 62 units wide. */
export function animalHead(pen: Pen, kind: AnimalKind, pose: Pose): void {
  const { face, marks } = kind;
  // A face of the library is a little larger than a painted head, as it brings its own ears.
  if (!marks.head) return at(pen, [0, 34], () => spriteOf(face, pose.pixels * 78, pose.hex).show(pen, 78));
  const twitch = Math.max(0, Math.sin(pose.time * 2.1) - 0.93) * 1.6;
  for (const side of SIDES) {
    pen.save();
    pen.scale(side, 1);
    at(pen, [17, -17, side > 0 ? twitch : 0], () => paintPaths(pen, marksOf(kind, 'ear', pose.tones)));
    pen.restore();
  }
  paintPaths(pen, marksOf(kind, 'head', pose.tones));
  eyes(pen, pose, marks.iris);
  paintPaths(pen, marksOf(kind, 'whiskers', pose.tones));
  for (const side of SIDES) oval(pen, 'rgba(255, 110, 120, 0.38)', side * 22, 10, 5.5, 3.4);
}

/** Two eyes; plain dark ones without an iris. */
function eyes(pen: Pen, { motion, time }: Pose, iris = INK): void {
  const blink = Math.min(0.16, time % 2.6) / 0.16;
  const shut = motion === 'sleep' ? 1 : Math.sin(blink * Math.PI);
  const open = 1 - shut * 0.8;
  for (const x of [-14, 14]) {
    if (shut > 0.6) {
      arc(pen, INK, 2, [x, -0.75], 5.25, 0.25, Math.PI - 0.25);
      continue;
    }
    oval(pen, iris, x, 1, 6, 7 * open);
    oval(pen, '#1c1522', x, 1, 3.5, 5.9 * open);
    oval(pen, '#ffffff', x + 1.8, 1 - 2.5 * open, 2.1, 2.1 * open);
    oval(pen, 'rgba(255, 255, 255, 0.75)', x - 2, 1 + 2.5 * open, 1, open);
  }
}

import { spriteOf } from '../library/sprite.ts';
import { mix } from '../stage/index.ts';
import { arc, at, line, oval, type Pen, polygon, shape } from '../stage/pen.ts';
import type { AnimalKind } from './animal-kinds.ts';
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
    polygon(pen, tones.main, [27, 2, 39, 9, 32, 12, 35, 19, 16, 22]);
    pen.restore();
  }
  oval(pen, tones.main, 0, 0, 32, 27);
  for (const x of [-7, 0, 7]) line(pen, tones.dark, 3.2, [x, -24, x * 0.8, x === 0 ? -13 : -16]);
  for (const side of SIDES) {
    line(pen, tones.dark, 2.8, [side * 31, -2, side * 24, -1]);
    line(pen, tones.dark, 2.8, [side * 30, 6, side * 25, 6]);
    oval(pen, tones.pale, side * 6, 12, 9.5, 8);
  }
  polygon(pen, '#e5717f', [-4, 6.5, 4, 6.5, 0, 10.5]);
  arc(pen, INK, 1.5, -4.6, 11, 4.6, 0.1, Math.PI * 0.95);
  arc(pen, INK, 1.5, 4.6, 11, 4.6, Math.PI * 0.05, Math.PI - 0.1);
  eyes(pen, pose, '#8fce5a');
  for (const side of SIDES) {
    for (const slope of [-0.22, 0.02, 0.26])
      line(pen, 'rgba(255, 255, 255, 0.85)', 1, [side * 17, 10 + slope * 9, side * 39, 10 + slope * 34]);
  }
}

function pandaHead(pen: Pen, pose: Pose): void {
  for (const side of SIDES) oval(pen, BLACK, side * 22, -21, 12);
  oval(pen, pose.tones.main, 0, 0, 32, 27);
  for (const side of SIDES) oval(pen, BLACK, side * 15, 2, 9.5, 11.5, side * 0.5);
  oval(pen, '#ffffff', 0, 12, 14, 11);
  oval(pen, BLACK, 0, 6.5, 5.5, 4);
  arc(pen, INK, 1.7, 0, 10.25, 5.5, 0.35, Math.PI - 0.35);
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

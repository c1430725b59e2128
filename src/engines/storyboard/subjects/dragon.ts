import { at, bow, oval, polygon } from '../stage/pen.ts';
import type { Pen, Point } from '../stage/pen.ts';
import { blush, eyes, smile } from './face.ts';
import type { Figure, Pose } from './pose.ts';

const GOLD = '#f4c552';
const JOINTS = 26;

/** A Chinese dragon: a long body in waves. */
export const DRAGON: Figure = { colour: '#3fa372', reach: 150, fliesByItself: true, paint: paintDragon };

function paintDragon(pen: Pen, pose: Pose): void {
  const { tones, time } = pose;
  const joints = Array.from({ length: JOINTS }, (_, index): Point => {
    const share = index / (JOINTS - 1);
    return [-150 + share * 205, -72 + Math.sin(share * 8.4 - time * 4) * (30 - share * 12)];
  });
  joints.forEach(([x, y], index) => {
    const size = thickness(index);
    polygon(pen, GOLD, [
      [x - 9, y - size + 3],
      [x - 5, y - size - 12],
      [x + 7, y - size + 3],
    ]);
  });
  for (const index of [7, 17]) leg(pen, pose, joints[index] ?? [0, 0], index);
  joints.forEach(([x, y], index) => oval(pen, index % 2 === 0 ? tones.main : tones.dark, x, y, thickness(index) + 2));
  joints.forEach(([x, y], index) =>
    oval(pen, tones.pale, x, y + thickness(index) * 0.62, thickness(index) * 0.72, thickness(index) * 0.3),
  );
  const [tailX, tailY] = joints[0] ?? [0, 0];
  for (const turn of [-0.5, 0, 0.5]) at(pen, tailX, tailY, () => oval(pen, GOLD, -14, 0, 16, 5), turn);
  const [neckX, neckY] = joints.at(-1) ?? [0, 0];
  at(pen, neckX + 22, neckY - 10, () => head(pen, pose), 0.06 * Math.sin(time * 4));
}

function thickness(index: number): number {
  return 6 + 15 * Math.sin(Math.PI * (0.12 + 0.62 * (index / (JOINTS - 1))));
}

function leg(pen: Pen, { tones, time }: Pose, [x, y]: Point, index: number): void {
  at(
    pen,
    x,
    y + 10,
    () => {
      bow(pen, tones.dark, 11, [0, 0], [8, 14], [-2, 26]);
      for (const toe of [-6, 0, 6]) bow(pen, GOLD, 3.4, [-2, 26], [toe, 30], [toe + 3, 35]);
    },
    Math.sin(time * 4 + index) * 0.35,
  );
}

function head(pen: Pen, { tones, time, lids }: Pose): void {
  for (const turn of [-2.7, -2.3, 2.9, 2.45]) at(pen, -8, 0, () => oval(pen, GOLD, 30, 0, 20, 7), turn);
  for (const side of [-1, 1]) {
    bow(pen, '#f7e3a1', 5, [side * 12, -20], [side * 14, -42], [side * 26, -46]);
    bow(pen, '#f7e3a1', 4, [side * 14, -33], [side * 22, -34], [side * 25, -30]);
  }
  oval(pen, tones.main, 0, 0, 32, 27);
  oval(pen, tones.light, 0, 14, 27, 14);
  for (const side of [-1, 1]) {
    const wave = Math.sin(time * 3.4 + side) * 8;
    bow(pen, GOLD, 2.6, [side * 22, 14], [side * 44, 8 + wave], [side * 58, 28 + wave]);
    oval(pen, tones.dark, side * 7, 10, 2.4, 1.8);
    oval(pen, GOLD, side * 15, -16, 8, 3.4, side * 0.3);
  }
  at(pen, 0, -4, () => eyes(pen, { apart: 14, size: 7.4 }, lids));
  blush(pen, 24, 7, 5);
  smile(pen, 19, 7);
}

import { paintPaths } from '../library/paint-paths.ts';
import { at, bow, oval, type Pen, type Point } from '../stage/pen.ts';
import { type AnimalKind, marksOf } from './animal-kinds.ts';
import type { Pose } from './pose.ts';

/** A tail that grows out of `root` to the left. */
export function animalTail(pen: Pen, kind: AnimalKind, pose: Pose, root: Point): void {
  const sway = Math.sin(pose.time * 3.1);
  at(pen, root, () => {
    if (kind.tail === 'long') longTail(pen, pose, sway);
    else if (kind.tail === 'bushy') bushyTail(pen, kind, pose, sway);
    else if (kind.tail === 'wagging') waggingTail(pen, pose);
    else oval(pen, kind.marks.limbs ?? pose.tones.pale, -4, 0, 10, 9);
  });
}

function longTail(pen: Pen, { tones }: Pose, sway: number): void {
  for (let joint = 0; joint <= 14; joint++) {
    const share = joint / 14;
    const x = -34 * Math.sin(share * 1.9) - sway * 9 * share + share * share * 12.6;
    const y = -46 * share - 10 * Math.sin(share * Math.PI * 1.2) + sway * 3 * share * share;
    oval(pen, joint > 2 && joint % 3 === 0 ? tones.dark : tones.main, x, y, 7.2 - joint * 0.12);
    if (joint === 14) oval(pen, tones.dark, x, y, 6);
  }
}

function bushyTail(pen: Pen, kind: AnimalKind, { tones }: Pose, sway: number): void {
  at(pen, [0, 4, 0.1 * sway + 0.12], () => paintPaths(pen, marksOf(kind, 'tail', tones)));
}

function waggingTail(pen: Pen, { tones, time, motion }: Pose): void {
  const wag = motion === 'sleep' ? 0 : Math.sin(time * 13) * 0.28;
  at(pen, [2, 2, wag], () => bow(pen, tones.main, 11, [0, 0], [-22, -2], [-24, -28]));
}

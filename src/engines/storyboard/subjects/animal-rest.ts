import { paintPaths } from '../library/paint-paths.ts';
import { at, bow, mix, oval, type Pen, shape } from '../stage/index.ts';
import { animalHead } from './animal-head.ts';
import { type AnimalKind, marksOf } from './animal-kinds.ts';
import { animalTail } from './animal-tail.ts';
import type { Pose } from './pose.ts';

/** Curled up, the head on the paws. */
export function restingAnimal(pen: Pen, kind: AnimalKind, pose: Pose): void {
  const { tones, time } = pose;
  const breath = Math.sin(time * 1.8) * 1.8;
  const { limbs = tones.main } = kind.marks;
  const back = () => {
    pen.moveTo(-60, -2);
    pen.bezierCurveTo(-74, -50 - breath, -22, -66 - breath, 12, -54 - breath);
    pen.bezierCurveTo(44, -48, 58, -22, 50, -2);
    pen.closePath();
  };
  shape(pen, tones.main, back, () => {
    oval(pen, mix(tones.main, tones.light, 0.5), -14, -60, 40, 14);
    paintPaths(pen, marksOf(kind, 'resting', tones));
  });
  if (kind.tail === 'long' || kind.tail === 'bushy') {
    const width = kind.tail === 'bushy' ? 19 : 12;
    bow(pen, tones.dark, width, [-56, -8], [-36, -4], [2, -7]);
    oval(pen, kind.tail === 'bushy' ? tones.pale : tones.main, 3, -7, width / 2);
  }
  oval(pen, limbs, 20, -6, 15, 7);
  oval(pen, limbs, 56, -6, 15, 7);
  at(pen, [38, -30 + breath * 0.4, 0.08], () => animalHead(pen, kind, pose));
}

/** Sitting face to face, or dancing on the spot. */
export function sittingAnimal(pen: Pen, kind: AnimalKind, pose: Pose): void {
  const { tones, time, gait } = pose;
  const dances = pose.motion === 'dance';
  const sway = dances ? Math.sin(gait) * 0.13 : 0;
  const hop = dances ? -Math.abs(Math.sin(gait)) * 9 : 0;
  const { limbs = tones.main } = kind.marks;
  at(pen, [0, hop, sway], () => {
    animalTail(pen, kind, pose, [-26, -22]);
    paintPaths(pen, [[tones.main, 'M-34 -8C-40 -44 -24 -66 0 -68C24 -66 40 -44 34 -8C24 1 -24 1 -34 -8z']]);
    oval(pen, tones.pale, 0, -30, 19, 26);
    paintPaths(pen, marksOf(kind, 'sitting', tones));
    oval(pen, limbs, -26, -12, 13, 12);
    oval(pen, limbs, 26, -12, 13, 12);
    for (const side of [-1, 1]) {
      const lift = dances ? Math.max(0, Math.sin(gait * 2 + side * 1.57)) : 0;
      const hand = [side * (10 + lift * 28), -7 - lift * 58] as const;
      bow(pen, limbs, 12, [side * 13, -46], [side * (12 + lift * 12), -26 - lift * 16], hand);
      oval(pen, kind.marks.limbs ?? tones.pale, hand[0], hand[1] + 1, 8, 6);
    }
    at(pen, [0, -86 + Math.sin(time * 2) * 0.8, -sway * 0.8], () => animalHead(pen, kind, pose));
  });
}

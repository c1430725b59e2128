import { at, bow, oval, type Pen, type Point, shape } from '../stage/index.ts';
import type { AnimalKind } from './animal-kinds.ts';
import type { Pose } from './pose.ts';

const BLACK = '#34303f';

/** A tail that grows out of `root` to the left. */
export function animalTail(pen: Pen, kind: AnimalKind, pose: Pose, root: Point): void {
  const sway = Math.sin(pose.time * 3.1);
  at(pen, [root[0], root[1]], () => {
    if (kind.tail === 'long') longTail(pen, kind, pose, sway);
    else if (kind.tail === 'bushy') bushyTail(pen, pose, sway);
    else if (kind.tail === 'wagging') waggingTail(pen, pose);
    else oval(pen, kind.coat === 'panda' ? BLACK : pose.tones.pale, -4, 0, 10, 9);
  });
}

function longTail(pen: Pen, kind: AnimalKind, { tones }: Pose, sway: number): void {
  const points = Array.from({ length: 15 }, (_, index): Point => {
    const share = index / 14;
    const curl = share * share * 2.1;
    return [
      -34 * Math.sin(share * 1.9) - sway * 9 * share + curl * 6,
      -46 * share - 10 * Math.sin(share * Math.PI * 1.2) + sway * 3 * share * share,
    ];
  });
  const stripe = kind.coat === 'tiger' ? BLACK : tones.dark;
  points.forEach(([x, y], index) => {
    const isRing = kind.coat !== 'plain' && index > 2 && index % 3 === 0;
    oval(pen, isRing ? stripe : tones.main, x, y, 7.2 - index * 0.12);
  });
  const [x, y] = points.at(-1) ?? [0, 0];
  oval(pen, stripe, x, y, 6);
}

function bushyTail(pen: Pen, { tones }: Pose, sway: number): void {
  at(pen, [0, 4, 0.1 * sway + 0.12], () => {
    shape(pen, tones.main, () => {
      pen.moveTo(8, -2);
      pen.bezierCurveTo(-14, -30, -54, -34, -70, -10);
      pen.bezierCurveTo(-60, 16, -24, 24, 8, 6);
    });
    shape(pen, tones.pale, () => {
      pen.moveTo(-70, -10);
      pen.bezierCurveTo(-64, -20, -54, -25, -46, -25);
      pen.quadraticCurveTo(-53, -12, -47, -4);
      pen.quadraticCurveTo(-55, 2, -48, 13);
      pen.bezierCurveTo(-60, 8, -66, 2, -70, -10);
    });
  });
}

function waggingTail(pen: Pen, { tones, time, motion }: Pose): void {
  const wag = motion === 'sleep' ? 0 : Math.sin(time * 13) * 0.28;
  at(pen, [2, 2, wag], () => bow(pen, tones.main, 11, [0, 0], [-22, -2], [-24, -28]));
}

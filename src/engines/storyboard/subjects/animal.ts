import { paintPaths } from '../library/paint-paths.ts';
import { at, bow, mix, oval, type Pen, type Point, shape } from '../stage/index.ts';
import { animalHead } from './animal-head.ts';
import { type AnimalKind, marksOf } from './animal-kinds.ts';
import { animalTail } from './animal-tail.ts';
import type { BasicMotion, Figure, Pose } from './pose.ts';
import { restingAnimal, sittingAnimal } from './animal-rest.ts';

/** A figure of an animal on four legs. */
export function animal(kind: AnimalKind): Figure {
  return {
    colour: kind.colour,
    reach: 80 * kind.bulk,
    height: 128 * kind.bulk,
    neck: (motion) => neckOf(motion, kind.bulk),
    paint: (pen, pose) => at(pen, [0, 0, 0, kind.bulk], () => paintAnimal(pen, kind, pose)),
  };
}

function neckOf(motion: BasicMotion, bulk: number): Point {
  if (motion === 'sleep') return [30 * bulk, -12 * bulk];
  return motion === 'stay' || motion === 'dance' ? [0, -62 * bulk] : [33 * bulk, -60 * bulk];
}

function paintAnimal(pen: Pen, kind: AnimalKind, pose: Pose): void {
  if (pose.motion === 'sleep') restingAnimal(pen, kind, pose);
  else if (pose.motion === 'stay' || pose.motion === 'dance') sittingAnimal(pen, kind, pose);
  else walkingAnimal(pen, kind, pose);
}

/** Where each leg is, and where in a step, in radians. */
const LEGS = [
  { x: 20, isNear: false, walking: Math.PI, galloping: 0.5 },
  { x: -34, isNear: false, walking: -0.3, galloping: 3.1 },
  { x: -28, isNear: true, walking: Math.PI * 0.9, galloping: 2.6 },
  { x: 27, isNear: true, walking: 0, galloping: 0 },
] as const;

const gaitOf = ({ motion }: Pose) => (motion === 'run' || motion === 'jump' ? 'galloping' : 'walking');

function walkingAnimal(pen: Pen, kind: AnimalKind, pose: Pose): void {
  const [rise, lean] = gaitOf(pose) === 'galloping' ? [5, 0.07] : [2.2, 0];
  const bob = -Math.abs(Math.sin(pose.gait)) * rise;
  for (const leg of LEGS) if (!leg.isNear) drawLeg(pen, kind, pose, leg);
  at(pen, [0, bob, lean * Math.sin(pose.gait)], () => {
    animalTail(pen, kind, pose, [-44, -54]);
    body(pen, kind, pose);
  });
  for (const leg of LEGS) if (leg.isNear) drawLeg(pen, kind, pose, leg);
  at(pen, [36, -82 + bob * 1.4, 0.045 * Math.sin(pose.gait)], () => animalHead(pen, kind, pose));
}

function drawLeg(pen: Pen, kind: AnimalKind, pose: Pose, leg: (typeof LEGS)[number]): void {
  const { x, isNear } = leg;
  const swing = gaitOf(pose) === 'galloping' ? 21 : 12;
  const angle = pose.gait + leg[gaitOf(pose)];
  const foot = x + Math.sin(angle) * swing;
  const lift = Math.max(0, Math.cos(angle)) * (swing * 0.62);
  const { tones } = pose;
  const { limbs = isNear ? tones.main : tones.dark } = kind.marks;
  bow(pen, limbs, 14, [x, -34], [x + (foot - x) * 0.3 + 3, -20 - lift], [foot, -8 - lift]);
  const sock = kind.marks.limbs ?? (isNear ? tones.pale : mix(tones.pale, tones.dark, 0.4));
  oval(pen, sock, foot + 2.5, -5 - lift, 9, 5.6);
}

function body(pen: Pen, kind: AnimalKind, { tones, gait }: Pose): void {
  const breath = Math.sin(gait * 2) * 0.8;
  const outline = () => {
    pen.moveTo(-48, -42);
    pen.bezierCurveTo(-52, -70 + breath, -24, -73, -2, -70);
    pen.bezierCurveTo(20, -69, 44, -72, 43, -46);
    pen.bezierCurveTo(42, -25, 16, -24, -4, -24);
    pen.bezierCurveTo(-30, -23, -46, -23, -48, -42);
  };
  shape(pen, tones.main, outline, () => {
    oval(pen, tones.pale, 0, -18, 44, 13);
    oval(pen, mix(tones.main, tones.light, 0.55), -8, -73, 36, 9);
    paintPaths(pen, marksOf(kind, 'walking', tones));
  });
}

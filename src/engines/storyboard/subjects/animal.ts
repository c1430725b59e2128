import { paintPaths } from '../library/paint-paths.ts';
import { at, bow, line, mix, oval, type Pen, type Point, shape } from '../stage/index.ts';
import { animalHead, BLACK } from './animal-head.ts';
import type { AnimalKind } from './animal-kinds.ts';
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

interface Leg {
  readonly x: number;
  readonly isNear: boolean;
  /** Where in the step it is, in radians. */
  readonly phase: number;
}

function legsOf(pose: Pose): readonly Leg[] {
  const gallops = pose.motion === 'run' || pose.motion === 'jump';
  const [farFront, nearRear, farRear] = gallops ? [0.5, 2.6, 3.1] : [Math.PI, Math.PI * 0.9, -0.3];
  return [
    { x: 20, isNear: false, phase: farFront },
    { x: -34, isNear: false, phase: farRear },
    { x: -28, isNear: true, phase: nearRear },
    { x: 27, isNear: true, phase: 0 },
  ];
}

function walkingAnimal(pen: Pen, kind: AnimalKind, pose: Pose): void {
  const isQuick = pose.motion === 'run' || pose.motion === 'jump';
  const bob = -Math.abs(Math.sin(pose.gait)) * (isQuick ? 5 : 2.2);
  const legs = legsOf(pose);
  for (const leg of legs) if (!leg.isNear) drawLeg(pen, kind, pose, leg);
  at(pen, [0, bob, isQuick ? 0.07 * Math.sin(pose.gait) : 0], () => {
    animalTail(pen, kind, pose, [-44, -54]);
    body(pen, kind, pose);
  });
  for (const leg of legs) if (leg.isNear) drawLeg(pen, kind, pose, leg);
  at(pen, [36, -82 + bob * 1.4, 0.045 * Math.sin(pose.gait)], () => animalHead(pen, kind, pose));
}

function drawLeg(pen: Pen, kind: AnimalKind, pose: Pose, { x, isNear, phase }: Leg): void {
  const swing = pose.motion === 'run' || pose.motion === 'jump' ? 21 : 12;
  const angle = pose.gait + phase;
  const foot = x + Math.sin(angle) * swing;
  const lift = Math.max(0, Math.cos(angle)) * (swing * 0.62);
  const { tones } = pose;
  const fur = kind.coat === 'panda' ? BLACK : isNear ? tones.main : tones.dark;
  bow(pen, fur, 14, [x, -34], [x + (foot - x) * 0.3 + 3, -20 - lift], [foot, -8 - lift]);
  const sock = kind.coat === 'panda' ? BLACK : isNear ? tones.pale : mix(tones.pale, tones.dark, 0.4);
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
  shape(pen, tones.main, outline);
  pen.save();
  pen.beginPath();
  outline();
  pen.clip();
  oval(pen, tones.pale, 0, -18, 44, 13);
  oval(pen, mix(tones.main, tones.light, 0.55), -8, -73, 36, 9);
  if (kind.coat === 'tabby') oval(pen, tones.pale, 40, -46, 12, 20);
  if (kind.coat === 'panda') paintPaths(pen, [[BLACK, 'M8 -80Q2 -48 12 -16H48V-80z']]);
  if (kind.coat === 'tabby' || kind.face === 'tiger') {
    for (const x of [-34, -20, -6, 8]) line(pen, kind.face ? BLACK : tones.dark, 4.4, [x, -74, x - 3, -60, x + 1, -51]);
  }
  pen.restore();
}

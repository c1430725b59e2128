import { spriteOf } from '../library/sprite.ts';
import { at, bow, line, mix, oval, type Pen, polygon, shape } from '../stage/index.ts';
import type { AnimalKind } from './animal-kinds.ts';
import { blush, curledMouth, eyes, smile, whiskers } from './face.ts';
import type { Pose } from './pose.ts';

const BLACK = '#34303f';
const ROSE = '#ef8f98';

/** The head of an animal around the origin, some 62 units wide. */
export function animalHead(pen: Pen, kind: AnimalKind, pose: Pose): void {
  if (kind.face !== undefined) return drawnHead(pen, kind.face, pose);
  ears(pen, kind, pose);
  const { main } = pose.tones;
  oval(pen, main, 0, 0, 32, 27);
  if (kind.muzzle !== 'bear' && kind.muzzle !== 'dog') cheeks(pen, kind, pose);
  coat(pen, kind, pose);
  muzzle(pen, kind, pose);
  at(pen, [0, 1], () => eyes(pen, { apart: 14, size: 7, ...(kind.iris ? { iris: kind.iris } : {}) }, lidsOf(pose)));
  blush(pen, 22, 10, 5.5);
  if (kind.muzzle === 'cat' || kind.muzzle === 'rabbit') whiskers(pen, 17, 10, 22);
}

/** A face of the library, a little larger than a painted head, as it brings its own ears. */
function drawnHead(pen: Pen, face: string, { pixels, hex }: Pose): void {
  at(pen, [0, 34], () => spriteOf(face, pixels * 78, hex).show(pen, 78));
}

function lidsOf(pose: Pose): number {
  return pose.motion === 'sleep' ? 1 : pose.lids;
}

function ears(pen: Pen, kind: AnimalKind, { tones, gait, time }: Pose): void {
  const colour = kind.coat === 'panda' ? BLACK : tones.main;
  const inner = kind.coat === 'panda' ? BLACK : kind.coat === 'fox' ? '#4a2f33' : mix(tones.pale, ROSE, 0.62);
  const twitch = Math.max(0, Math.sin(time * 2.1) - 0.93) * 1.6;
  for (const side of [-1, 1]) {
    pen.save();
    pen.scale(side, 1);
    if (kind.ears === 'pointed') {
      at(pen, [17, -17, side > 0 ? twitch : 0], () => {
        shape(pen, colour, () => {
          pen.moveTo(-14, 2);
          pen.quadraticCurveTo(-3, -22, 9, -29);
          pen.quadraticCurveTo(17, -14, 14, 12);
        });
        polygon(pen, inner, [-6, 0, 7, -20, 10, 6]);
      });
    } else if (kind.ears === 'round') {
      oval(pen, colour, 22, -21, 12);
      oval(pen, inner, 22, -20, 7);
    } else if (kind.ears === 'long') {
      at(pen, [11, -18, 0.1 + 0.1 * Math.sin(gait + side)], () => {
        oval(pen, colour, 3, -27, 9, 31, 0.1);
        oval(pen, inner, 3, -25, 4.5, 23, 0.1);
      });
    }
    pen.restore();
  }
}

/** Floppy ears hang in front of the head. */
function floppyEars(pen: Pen, { tones, gait }: Pose): void {
  for (const side of [-1, 1]) {
    at(pen, [side * 26, -16, side * 0.1 * Math.sin(gait * 2)], () =>
      oval(pen, tones.dark, side * 4, 17, 11, 21, side * -0.22),
    );
  }
}

function cheeks(pen: Pen, kind: AnimalKind, { tones }: Pose): void {
  const colour = kind.muzzle === 'fox' ? tones.pale : tones.main;
  for (const side of [-1, 1]) {
    polygon(pen, colour, [side * 27, 2, side * 39, 9, side * 32, 12, side * 35, 19, side * 16, 22]);
  }
}

function coat(pen: Pen, kind: AnimalKind, { tones }: Pose): void {
  if (kind.coat === 'tabby' || kind.coat === 'tiger') {
    const stripe = kind.coat === 'tiger' ? BLACK : tones.dark;
    for (const x of [-7, 0, 7]) line(pen, stripe, 3.2, [x, -24, x * 0.8, x === 0 ? -13 : -16]);
    for (const side of [-1, 1]) {
      line(pen, stripe, 2.8, [side * 31, -2, side * 24, -1]);
      line(pen, stripe, 2.8, [side * 30, 6, side * 25, 6]);
    }
  } else if (kind.coat === 'panda') {
    for (const side of [-1, 1]) oval(pen, BLACK, side * 15, 2, 9.5, 11.5, side * 0.5);
  }
}

function muzzle(pen: Pen, kind: AnimalKind, pose: Pose): void {
  const { tones } = pose;
  if (kind.muzzle === 'dog' || kind.muzzle === 'bear') {
    oval(pen, kind.coat === 'panda' ? '#ffffff' : tones.pale, 0, 12, 14, 11);
    oval(pen, BLACK, 0, 6.5, 5.5, 4);
    smile(pen, 13, 5.5);
    if (kind.muzzle === 'dog') {
      if (pose.motion !== 'sleep') oval(pen, ROSE, 0, 20, 4, 5 + Math.sin(pose.time * 9));
      floppyEars(pen, pose);
    }
    return;
  }
  oval(pen, tones.pale, -6, 12, 9.5, 8);
  oval(pen, tones.pale, 6, 12, 9.5, 8);
  if (kind.muzzle === 'fox') polygon(pen, BLACK, [-5, 6, 5, 6, 0, 11]);
  else polygon(pen, '#e5717f', [-4, 6.5, 4, 6.5, 0, 10.5]);
  curledMouth(pen, 11, 4.6);
  if (kind.muzzle === 'rabbit') {
    pen.fillStyle = '#ffffff';
    pen.fillRect(-2.6, 15, 5.2, 5);
    bow(pen, BLACK, 0.6, [0, 15], [0, 18], [0, 20]);
  }
}

import { traitsOf } from '../library/traits.ts';
import { spriteOf } from '../library/sprite.ts';
import { at, bow, box, mix, oval, type Pen, type Point, shape } from '../stage/index.ts';
import type { Figure, Pose } from './pose.ts';

const SKIN = '#ffc83d';
const TROUSERS = '#4b5480';
const SHOES = '#5d4037';
const LEAN = 1.1;

/** Somebody with a face of the library on a body that walks, dances and sits. */
export function person(head: string): Figure {
  const { isSmall, clothes = '#e2604f' } = traitsOf(head);
  const size = isSmall ? 0.8 : 1;
  return {
    colour: clothes,
    reach: 40 * size,
    height: 138 * size,
    neck: (motion) => neckOf(motion, -76 * size),
    paint: (pen, pose) => at(pen, [0, 0, 0, size], () => upOrLying(pen, pose, (to, how) => wholeBody(to, how, head))),
  };
}

/** Somebody of whom the library has head and shoulders, on legs. */
export function bust(name: string): Figure {
  return {
    colour: TROUSERS,
    reach: 46,
    height: 138,
    neck: (motion) => neckOf(motion, -70),
    paint: (pen, pose) =>
      upOrLying(pen, pose, (to, how) => {
        const swing = Math.sin(how.gait) * strideOf(how);
        limb(to, -11, -swing, mix(TROUSERS, '#2a2440', 0.3));
        limb(to, 11, swing, TROUSERS);
        at(to, [0, -26, Math.sin(how.gait) * 0.025], () => spriteOf(name, how.pixels * 112, how.hex).show(to, 112));
      }),
  };
}

/** Who flies or swims leans forward. */
function neckOf(motion: Pose['motion'], y: number): Point {
  return motion === 'fly' || motion === 'swim' ? [-y * Math.sin(LEAN), y * Math.cos(LEAN) - 46] : [0, y];
}

function upOrLying(pen: Pen, pose: Pose, paint: (pen: Pen, pose: Pose) => void): void {
  if (pose.motion === 'sleep') {
    at(pen, [-56, -16, Math.PI / 2], () => paint(pen, { ...pose, motion: 'stay', gait: 0 }));
    box(pen, pose.tones.pale, -50, -38, 66, 38, 14);
    return;
  }
  const dances = pose.motion === 'dance';
  const bob = pose.motion === 'stay' ? 0 : -Math.abs(Math.sin(pose.gait)) * (dances ? 8 : 2.6);
  const swims = pose.motion === 'swim' || pose.motion === 'fly' ? LEAN : pose.motion === 'float' ? 0.1 : 0;
  at(pen, [0, swims > 1 ? -46 : bob, dances ? Math.sin(pose.gait) * 0.1 : swims], () => paint(pen, pose));
}

function strideOf({ motion }: Pose): number {
  return { stay: 0, sleep: 0, run: 22, jump: 18, dance: 7, walk: 13, swim: 9, fly: 4, float: 5, drive: 0 }[motion];
}

function wholeBody(pen: Pen, pose: Pose, head: string): void {
  const { tones, motion, gait, time } = pose;
  const swing = Math.sin(gait) * strideOf(pose);
  const isRaised = motion === 'dance' || motion === 'fly' || motion === 'swim';
  const hands = isRaised ? -58 - Math.sin(time * 6) * 12 : -34;
  const inDress = traitsOf(head).isInDress;
  bow(pen, tones.dark, 10, [-15, -70], [-25, -54], [-17 - swing, hands]);
  oval(pen, SKIN, -17 - swing, hands + 3, 5.5);
  limb(pen, -8, -swing, inDress ? '#e9b23a' : mix(TROUSERS, '#2a2440', 0.3));
  limb(pen, 8, swing, inDress ? SKIN : TROUSERS);
  shape(pen, tones.main, () => {
    const hem = inDress ? 27 : 17;
    pen.moveTo(-18, -78);
    pen.quadraticCurveTo(0, -84, 18, -78);
    pen.quadraticCurveTo(20, -50, hem, -26);
    pen.quadraticCurveTo(0, -20, -hem, -26);
    pen.quadraticCurveTo(-20, -50, -18, -78);
  });
  bow(pen, mix(tones.main, tones.dark, 0.5), 10, [15, -70], [26, -54], [18 + swing, hands]);
  oval(pen, SKIN, 18 + swing, hands + 3, 5.5);
  at(pen, [0, -72, Math.sin(gait) * 0.03], () => spriteOf(head, pose.pixels * 66).show(pen, 66));
}

function limb(pen: Pen, x: number, swing: number, colour: string): void {
  const lift = Math.max(0, swing * 0.28);
  bow(pen, colour, 12, [x, -30], [x + swing * 0.3 + 2, -18], [x + swing, -8 - lift]);
  oval(pen, SHOES, x + swing + 4, -5 - lift, 10, 5.4);
}

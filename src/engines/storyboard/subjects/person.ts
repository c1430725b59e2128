import { traitsOf } from '../library/traits.ts';
import { paintPaths } from '../library/paint-paths.ts';
import { spriteOf } from '../library/sprite.ts';
import { at, bow, box, mix, oval, type Pen, type Point } from '../stage/index.ts';
import type { BasicMotion, Figure, Painter, Pose } from './pose.ts';
import WRITTEN from './sways.json' with { type: 'json' };

const SKIN = '#ffc83d';
const TROUSERS = '#4b5480';
const SHOES = '#5d4037';
const SHIRT = 'M-18 -78Q0 -84 18 -78Q20 -50 17 -26Q0 -20 -17 -26Q-20 -50 -18 -78z';
const DRESS = 'M-18 -78Q0 -84 18 -78Q20 -50 27 -26Q0 -20 -27 -26Q-20 -50 -18 -78z';
const LEAN = 1.1;
/** How far a foot swings. */
const STRIDES: Readonly<Record<BasicMotion, number>> = WRITTEN.strides;

/** Somebody with a face of the library on a body that walks, dances and sits. */
export function person(head: string): Figure {
  const { isSmall, clothes = '#e2604f' } = traitsOf(head);
  const look = { colour: clothes, reach: 40, neck: -76, size: isSmall ? 0.8 : 1 };
  return upright(look, (pen, pose) => wholeBody(pen, pose, head));
}

/** Somebody of whom the library has head and shoulders, on legs. */
export function bust(name: string): Figure {
  return upright({ colour: TROUSERS, reach: 46, neck: -70, size: 1 }, (pen, pose) => {
    const swing = Math.sin(pose.gait) * STRIDES[pose.motion];
    limb(pen, -11, -swing, mix(TROUSERS, '#2a2440', 0.3));
    limb(pen, 11, swing, TROUSERS);
    at(pen, [0, -26, Math.sin(pose.gait) * 0.025], () => spriteOf(name, pose.pixels * 112, pose.hex).show(pen, 112));
  });
}

type Look = Pick<Figure, 'colour' | 'reach'> & { readonly neck: number; readonly size: number };

function upright({ colour, reach, neck, size }: Look, paint: Painter): Figure {
  return {
    colour,
    reach: reach * size,
    height: 138 * size,
    neck: (motion) => neckOf(motion, neck * size),
    paint: (pen, pose) => at(pen, [0, 0, 0, size], () => upOrLying(pen, pose, paint)),
  };
}

/** Who flies or swims leans forward. */
function neckOf(motion: Pose['motion'], y: number): Point {
  return motion === 'fly' || motion === 'swim' ? [-y * Math.sin(LEAN), y * Math.cos(LEAN) - 46] : [0, y];
}

function upOrLying(pen: Pen, pose: Pose, paint: Painter): void {
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

function wholeBody(pen: Pen, pose: Pose, head: string): void {
  const { tones, motion, gait, time } = pose;
  const swing = Math.sin(gait) * STRIDES[pose.motion];
  const isRaised = motion === 'dance' || motion === 'fly' || motion === 'swim';
  const hands = isRaised ? -58 - Math.sin(time * 6) * 12 : -34;
  const { isInDress } = traitsOf(head);
  bow(pen, tones.dark, 10, [-15, -70], [-25, -54], [-17 - swing, hands]);
  oval(pen, SKIN, -17 - swing, hands + 3, 5.5);
  limb(pen, -8, -swing, isInDress ? '#e9b23a' : mix(TROUSERS, '#2a2440', 0.3));
  limb(pen, 8, swing, isInDress ? SKIN : TROUSERS);
  paintPaths(pen, [[tones.main, isInDress ? DRESS : SHIRT]]);
  bow(pen, mix(tones.main, tones.dark, 0.5), 10, [15, -70], [26, -54], [18 + swing, hands]);
  oval(pen, SKIN, 18 + swing, hands + 3, 5.5);
  at(pen, [0, -72, Math.sin(gait) * 0.03], () => spriteOf(head, pose.pixels * 66).show(pen, 66));
}

function limb(pen: Pen, x: number, swing: number, colour: string): void {
  const lift = Math.max(0, swing * 0.28);
  bow(pen, colour, 12, [x, -30], [x + swing * 0.3 + 2, -18], [x + swing, -8 - lift]);
  oval(pen, SHOES, x + swing + 4, -5 - lift, 10, 5.4);
}

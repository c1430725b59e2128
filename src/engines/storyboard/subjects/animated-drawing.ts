import { boundsOf } from '../library/drawing-bounds.ts';
import { type Drawing, type DrawingKind, drawingOf } from '../library/library.ts';
import { mainFill } from '../library/recolour.ts';
import { type Sprite, spriteOf } from '../library/sprite.ts';
import { traitsOf } from '../library/traits.ts';
import { at, type Pen } from '../stage/index.ts';
import type { Figure, Pose } from './pose.ts';

const SIDE = 120;
/** Legs begin so far down a drawing of an animal. */
const HIP = 0.66;
const SWING: Partial<Readonly<Record<Pose['motion'], number>>> = { walk: 0.24, run: 0.3, jump: 0.26, dance: 0.2 };

/** What looks to the left in the library, as most of it does, is turned round, as the world passes to the left. */
const FACES_LEFT: ReadonlySet<DrawingKind> = new Set(['legs', 'crawls', 'wings', 'fins', 'wheels', 'floats', 'figure']);

/** A drawing of the library as a figure that moves as its kind does. */
export function animatedDrawing(name: string): Figure {
  const drawing = drawingOf(name);
  const { faces, isUpright = false } = traitsOf(name);
  const isTurned = (faces ?? (FACES_LEFT.has(drawing.kind) ? 'left' : 'front')) === 'left';
  const bounds = boundsOf(name);
  return {
    colour: mainFill(drawing.paths),
    reach: (SIDE * (bounds.right - bounds.left)) / 2,
    height: SIDE * (bounds.bottom - bounds.top),
    fliesByItself: true,
    paint: (pen, pose) => {
      const sprite = spriteOf(name, SIDE * pose.pixels, pose.hex);
      pen.save();
      if (isTurned) pen.scale(-1, 1);
      move(pen, sprite, { ...drawing, isUpright }, pose, isTurned ? -1 : 1);
      pen.restore();
    },
  };
}

function move(
  pen: Pen,
  sprite: Sprite,
  { kind, isUpright }: Drawing & { readonly isUpright: boolean },
  pose: Pose,
  facing: number,
): void {
  const { gait, time, motion } = pose;
  const show = () => sprite.show(pen, SIDE);
  switch (kind) {
    case 'legs':
      if (SWING[motion] === undefined) return breathe(pen, show, time);
      return isUpright ? hop(pen, show, gait, motion) : walk(pen, sprite, gait, SWING[motion], motion === 'run');
    case 'crawls':
      return squeezed(pen, show, 0, motion === 'stay' ? 0.02 : 0.07 * Math.sin(gait * 1.4));
    case 'wings':
      return motion === 'fly' || motion === 'float' ? beat(pen, show, time, facing) : hop(pen, show, gait, motion);
    case 'fins':
      return at(pen, [0, -SIDE / 2, 0.09 * Math.sin(gait * 1.3)], () => at(pen, [0, SIDE / 2], show));
    case 'wheels':
      return at(
        pen,
        [0, motion === 'drive' ? -1.8 * Math.abs(Math.sin(time * 17)) : 0, 0.008 * Math.sin(time * 11)],
        show,
      );
    case 'floats':
      return at(pen, [0, 0, 0.05 * Math.sin(time * 1.6)], show);
    case 'flies':
      return at(pen, [0, -SIDE / 2 + Math.sin(time * 2) * 4, 0.06 * Math.sin(time * 1.3)], () =>
        at(pen, [0, SIDE / 2], show),
      );
    case 'flame':
      return squeezed(pen, show, 0.03 * Math.sin(time * 7), 0.05 * Math.sin(time * 13) + 0.03 * Math.sin(time * 23));
    case 'plant':
      return at(pen, [0, 0, 0.035 * Math.sin(time * 1.8)], show);
    case 'figure':
      return motion === 'stay' ? breathe(pen, show, time) : hop(pen, show, gait, motion);
    default:
      return show();
  }
}

/** Front and hind legs swing against each other below a body that bobs: a jointed paper figure. */
function walk(pen: Pen, sprite: Sprite, gait: number, swing: number, isQuick: boolean): void {
  const bob = -Math.abs(Math.sin(gait)) * (isQuick ? 7 : 3);
  const pixels = sprite.canvas.width;
  const top = -SIDE * (1 - HIP);
  for (const side of [0, 1]) {
    const angle = swing * Math.sin(gait + side * Math.PI);
    const [x, y, wide, tall] = [(side * pixels) / 2, pixels * (HIP - 0.04), pixels / 2, pixels * (1.04 - HIP)];
    const left = -SIDE / 4 + (side - 0.5) * SIDE * 0.05;
    at(pen, [(side - 0.5) * SIDE * 0.45, top - 4 + bob, angle], () =>
      pen.drawImage(sprite.canvas, x, y, wide, tall, left, 0, SIDE / 2, SIDE * (1.04 - HIP)),
    );
  }
  at(pen, [0, bob, (isQuick ? 0.06 : 0.02) * Math.sin(gait)], () =>
    pen.drawImage(sprite.canvas, 0, 0, pixels, pixels * (HIP + 0.05), -SIDE / 2, -SIDE, SIDE, SIDE * (HIP + 0.05)),
  );
}

function hop(pen: Pen, show: () => void, gait: number, motion: Pose['motion']): void {
  const isStill = motion === 'stay' || motion === 'sleep';
  const up = isStill ? 0 : Math.abs(Math.sin(gait));
  at(pen, [0, -up * 9, 0.05 * Math.sin(gait)], () =>
    squeezed(pen, show, -0.04 * up, isStill ? 0.015 * Math.sin(gait) : 0.05 * up),
  );
}

function breathe(pen: Pen, show: () => void, time: number): void {
  squeezed(pen, show, 0, 0.014 * Math.sin(time * 2.4));
}

/** Wings of a flat drawing: it grows thinner and taller with each beat, and banks. */
function beat(pen: Pen, show: () => void, time: number, facing: number): void {
  const wing = Math.sin(time * 9);
  at(pen, [0, -SIDE / 2 - wing * 5, facing * (0.1 + 0.1 * Math.sin(time * 1.4))], () =>
    at(pen, [0, SIDE / 2], () => squeezed(pen, show, 0.04 * wing, -0.13 * wing)),
  );
}

/** Shows something wider and taller by these shares; its lower edge stays. */
function squeezed(pen: Pen, show: () => void, wider: number, taller: number): void {
  pen.save();
  pen.scale(1 + wider, 1 + taller);
  show();
  pen.restore();
}

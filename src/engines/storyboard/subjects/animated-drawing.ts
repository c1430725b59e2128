import { boundsOf } from '../library/drawing-bounds.ts';
import { drawingOf } from '../library/library.ts';
import { mainFill } from '../library/recolour.ts';
import { type Sprite, spriteOf } from '../library/sprite.ts';
import { looksLeft } from '../library/subject-defaults.ts';
import { traitsOf } from '../library/traits.ts';
import { at, gesturing, type Gestures, type Pen, sumsOf } from '../stage/index.ts';
import type { BasicMotion, Figure, Pose } from './pose.ts';
import WRITTEN from './sways.json' with { type: 'json' };

const SIDE = 120;
/** Legs begin so far down a drawing of an animal. */
const HIP = 0.66;
/** A body without legs is drawn in so many. */
const RINGS = 48;
const WHOLE = { x: 0, y: 0, size: 1, facing: 1, middle: 0 } as const;

/** How a drawing moves: as a whole, by a word for it, or in its parts, by how much. */
type Played = keyof typeof WRITTEN.sways | readonly [parts: keyof typeof PARTS, size: number];
/** One gesture within another. */
type Sway = readonly [clock: 'time' | 'gait', outer: Gestures, inner?: Gestures];

const PARTS = { legs: walk, rings: creep } as const;
const SWAYS = WRITTEN.sways as unknown as Readonly<Record<string, Sway>>;
const BODIES = WRITTEN.bodies as unknown as Readonly<
  Record<string, Readonly<Partial<Record<BasicMotion | 'usual', Played>>> | undefined>
>;

/** A drawing of the library as a figure that moves as its kind does. */
export function animatedDrawing(name: string): Figure {
  const { kind, paths } = drawingOf(name);
  const { moves = kind } = traitsOf(name);
  const bounds = boundsOf(name);
  return {
    colour: mainFill(paths),
    reach: (SIDE * (bounds.right - bounds.left)) / 2,
    height: SIDE * (bounds.bottom - bounds.top),
    fliesByItself: true,
    paint: (pen, pose) => {
      const sprite = spriteOf(name, SIDE * pose.pixels, pose.hex);
      pen.save();
      // The world passes to the left.
      if (looksLeft(name)) pen.scale(-1, 1);
      move(pen, sprite, pose, BODIES[moves]?.[pose.motion] ?? BODIES[moves]?.usual);
      pen.restore();
    },
  };
}

function move(pen: Pen, sprite: Sprite, pose: Pose, played: Played | undefined): void {
  if (typeof played === 'object') return PARTS[played[0]](pen, sprite, pose, played[1]);
  const [clock, outer, inner = {}] = SWAYS[played ?? ''] ?? ['time', {}];
  gesturing(pen, WHOLE, sumsOf(outer, pose[clock], 0), () =>
    gesturing(pen, WHOLE, sumsOf(inner, pose[clock], 0), () => sprite.show(pen, SIDE)),
  );
}

/** Front and hind legs swing against each other below a body that bobs: a jointed paper figure. */
function walk(pen: Pen, { canvas }: Sprite, { gait, motion }: Pose, swing: number): void {
  const [rise, lean] = motion === 'run' ? [7, 0.06] : [3, 0.02];
  const bob = -Math.abs(Math.sin(gait)) * rise;
  const pixels = canvas.width;
  const top = -SIDE * (1 - HIP);
  for (const side of [0, 1]) {
    const angle = swing * Math.sin(gait + side * Math.PI);
    const [x, y, wide, tall] = [(side * pixels) / 2, pixels * (HIP - 0.04), pixels / 2, pixels * (1.04 - HIP)];
    const left = -SIDE / 4 + (side - 0.5) * SIDE * 0.05;
    at(pen, [(side - 0.5) * SIDE * 0.45, top - 4 + bob, angle], () =>
      pen.drawImage(canvas, x, y, wide, tall, left, 0, SIDE / 2, SIDE * (1.04 - HIP)),
    );
  }
  at(pen, [0, bob, lean * Math.sin(gait)], () =>
    pen.drawImage(canvas, 0, 0, pixels, pixels * (HIP + 0.05), -SIDE / 2, -SIDE, SIDE, SIDE * (HIP + 0.05)),
  );
}

/** A wave goes through the body from tail to head, which lifts each ring and sets it down farther ahead. */
function creep(pen: Pen, { canvas }: Sprite, { gait }: Pose, size: number): void {
  const pixels = canvas.width / RINGS;
  const wave = (ring: number) => gait + (ring / RINGS) * 2 * Math.PI;
  const edge = (ring: number) => (ring / RINGS - 0.5) * SIDE + size * Math.cos(wave(ring));
  for (let ring = 0; ring < RINGS; ring++) {
    const lift = size * (0.5 + 0.5 * Math.sin(wave(ring + 0.5)));
    // A little wider than it is, so that no gap shows between two.
    const wide = edge(ring + 1) - edge(ring) + 0.5;
    pen.drawImage(canvas, ring * pixels, 0, pixels, canvas.height, edge(ring), -SIDE - lift, wide, SIDE);
  }
}

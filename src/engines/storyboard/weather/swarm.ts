import type { DrawingPath } from '../library/library.ts';
import { inTones, paintPaths } from '../library/paint-paths.ts';
import { between, pick } from '../random.ts';
import { at, fade, glow, type Layer, mix, modulo, oval, type Stage } from '../stage/index.ts';

type Range = readonly [number, number];

/** Many small things that drift. Of two numbers each thing has one between them: the larger it is, the faster. */
export interface SwarmLook {
  /** How many in a picture of the usual width. */
  readonly count: number;
  /** Where they are at first, as shares of the picture. */
  readonly x?: Range;
  readonly y?: Range;
  readonly size: Range;
  /** How far they go in a second, in units; what leaves at one side comes in at the other. */
  readonly right?: Range;
  readonly down?: Range;
  /** How far to and fro, in units, and how quickly. */
  readonly sway?: readonly [x: number, y: number, speed: number];
  /** Radians in a second. */
  readonly turn?: number;
  /** How much the world's passing carries them. */
  readonly near?: Range;
  readonly paints: readonly [string, ...string[]];
  readonly opacity?: number;
  /** Light without an outline instead of a dot; it comes and goes. */
  readonly isGlow?: boolean;
  readonly isBlinking?: boolean;
  /** How tall a dot or light is beside its width. */
  readonly tall?: number;
  /** Outlines instead of a dot, in the colour `main`. */
  readonly paths?: readonly DrawingPath[];
  /** How far outside they turn back, in units. */
  readonly margin?: number;
}

/** Things that drift through a picture, wherever they are by chance. */
export function swarm(stage: Stage, look: SwarmLook): Layer {
  const { x = [0, 1], y = [0, 1], right = [0, 0], down = [0, 0], near = [0, 0], margin = 60 } = look;
  const { sway = [0, 0, 0], turn = 0, opacity = 1, tall = 1, paths } = look;
  const chance = stage.chance(`swarm ${look.paints[0]} ${look.count}`);
  const [wide, high] = [stage.width + 2 * margin, stage.height + 2 * margin];
  const haze = mix(stage.light.haze, '#ffffff', stage.scene.time === 'night' ? 0.1 : 0.35);
  const all = Array.from({ length: Math.round((look.count * stage.width) / 640) }, () => {
    const depth = chance();
    const by = ([low, most]: Range) => low + depth * (most - low);
    const paint = pick(chance, look.paints);
    const place = { left: between(chance, ...x) * stage.width, top: between(chance, ...y) * stage.height };
    const pace = { right: by(right), down: by(down), near: by(near) };
    return { ...place, ...pace, size: by(look.size), phase: chance() * 7, main: paint === 'haze' ? haze : paint };
  });
  return (pen, { time, travel }) => {
    for (const { left, top, size, phase, main, ...pace } of all) {
      const swing = time * sway[2] + phase;
      const along = left + pace.right * time - pace.near * travel + sway[0] * Math.sin(swing);
      const fallen = top + pace.down * time + sway[1] * Math.cos(swing);
      const spot = [modulo(along + margin, wide) - margin, modulo(fallen + margin, high) - margin] as const;
      at(pen, [...spot, turn === 0 ? 0 : time * turn + phase, size], () => {
        pen.scale(1, tall);
        const light = opacity * (look.isBlinking ? Math.max(0, Math.sin(time * 2 + phase)) : 1);
        if (paths) paintPaths(pen, inTones(paths, { main: fade(main, opacity) }));
        else if (look.isGlow) glow(pen, main, light, [0, 0], 1);
        else oval(pen, fade(main, light), 0, 0, 1);
      });
    }
  };
}

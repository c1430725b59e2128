import type { MotionName } from '../scene.ts';
import type { BasicMotion } from '../subjects/index.ts';

/** How something is moved as a whole. */
export interface Gesture {
  readonly x?: number;
  readonly y?: number;
  /** Radians, around the feet. */
  readonly angle?: number;
  /** Radians, around the middle. */
  readonly turn?: number;
  readonly wide?: number;
  readonly tall?: number;
}

/** How a motion is played. */
export interface Act {
  /** What the body does. */
  readonly basic: BasicMotion;
  /** Units a second by which the world passes. */
  readonly pace: number;
  /** Radians a second of a step. */
  readonly gait: number;
  /** What the whole figure does besides. `share` is how much of the clip has passed. */
  gesture?(time: number, share: number): Gesture;
}

const { sin, cos, abs, max, min } = Math;

function act(basic: BasicMotion, pace: number, gait: number, gesture?: Act['gesture']): Act {
  return { basic, pace, gait, ...(gesture && { gesture }) };
}

const nod = (speed: number, depth: number) => (time: number) => {
  const down = 0.5 + 0.5 * sin(time * speed);
  return { angle: depth * down, y: 2 * down };
};
/** Bends to and fro, and may bounce: radians, units, and radians a second. */
const sway = (angle: number, up: number, speed: number) => (time: number) => ({
  angle: angle * sin(time * speed),
  y: -up * abs(sin(time * speed)),
});
const busy = (time: number) => ({ angle: 0.06 * sin(time * 6), x: 4 * sin(time * 3) });

/** How each motion is played. */
export const ACTS: Readonly<Record<MotionName, Act>> = {
  walk: act('walk', 50, 6.4),
  run: act('run', 150, 13),
  fly: act('fly', 95, 5, (time) => ({ y: 9 * sin(time * 1.7), angle: -0.05 * cos(time * 1.7) })),
  jump: act('jump', 66, 6.4, (time) => leap(time)),
  dance: act('dance', 0, 5.6, (time) => ({ x: 12 * sin(time * 2.8), ...sway(0.07, 7, 5.6)(time) })),
  swim: act('swim', 46, 4.4, (time) => ({ y: 6 * sin(time * 2.1), angle: 0.05 * sin(time * 2.1 + 1) })),
  float: act('float', 16, 1.7, (time) => ({ y: 6 * sin(time * 1.5), angle: 0.05 * sin(time * 1.1) })),
  sleep: act('sleep', 0, 1),
  drive: act('drive', 170, 9),
  ride: act('run', 130, 11, (time) => ({ y: -5 * abs(sin(time * 11)) })),
  stay: act('stay', 0, 1.4),
  look: act('stay', 0, 1.4, (time) => ({ angle: 0.045 * sin(time * 1.4), x: 3 * sin(time * 1.4) })),
  eat: act('stay', 0, 1.4, nod(5, 0.14)),
  drink: act('stay', 0, 1.4, nod(2.6, 0.2)),
  play: act('stay', 0, 5, sway(0.06, 4, 5)),
  read: act('stay', 0, 1.4, (time) => ({ angle: 0.03 + 0.03 * sin(time * 2) })),
  write: act('stay', 0, 1.4, (time) => ({ angle: 0.04 * sin(time * 4), x: 2 * sin(time * 8) })),
  paint: act('stay', 0, 1.4, busy),
  cook: act('stay', 0, 1.4, sway(0.05, 3, 4)),
  clean: act('stay', 0, 1.4, (time) => ({ x: 12 * sin(time * 4), angle: 0.05 * cos(time * 4) })),
  cut: act('stay', 0, 1.4, (time) => ({ y: 4 * abs(sin(time * 8)), angle: 0.03 })),
  dig: act('stay', 0, 1.4, nod(3.6, 0.26)),
  climb: act('walk', 0, 6.4, (time) => ({ turn: -0.7, y: -20 - ((time * 26) % 78), x: 2 * sin(time * 8) })),
  crawl: act('walk', 26, 4, (time) => ({ wide: 0.07 * sin(time * 4), tall: -0.06 * sin(time * 4) })),
  fall: act('float', 0, 2, (time) => fallAndBounce(time)),
  roll: act('stay', 70, 1, (time) => ({ turn: time * 4.5, x: 20 * sin(time) })),
  spin: act('stay', 0, 1, (time) => ({ wide: cos(time * 3.2) - 1 })),
  shake: act('stay', 0, 1, (time) => ({ angle: 0.06 * sin(time * 26), x: 2 * sin(time * 31) })),
  fight: act('stay', 0, 7, (time) => ({
    x: 22 * max(0, sin(time * 6)) ** 2,
    angle: 0.2 * max(0, sin(time * 6)),
    y: -5 * abs(cos(time * 6)),
  })),
  chase: act('run', 160, 13, (time) => ({ x: 12 * sin(time * 1.6) })),
  talk: act('stay', 0, 1.4, (time) => ({
    tall: 0.035 * sin(time * 9) * (sin(time * 1.3) > -0.3 ? 1 : 0),
    angle: 0.03 * sin(time * 2.2),
  })),
  sing: act('stay', 0, 3, (time) => ({ tall: 0.05 * sin(time * 5), angle: 0.07 * sin(time * 2.5) })),
  laugh: act('stay', 0, 1.4, (time) => ({ y: -5 * abs(sin(time * 9)), tall: 0.04 * sin(time * 18) })),
  cry: act('stay', 0, 1.4, (time) => ({ x: 1.5 * sin(time * 22), tall: -0.05, angle: 0.06 })),
  wave: act('dance', 0, 3, sway(0.05, 0, 5)),
  hug: act('stay', 0, 1.4, (time) => ({ x: 10 + 3 * sin(time * 2), angle: 0.07 + 0.02 * sin(time * 2) })),
  exercise: act('stay', 0, 2, (time) => ({
    tall: -0.16 * max(0, sin(time * 2.6)),
    wide: 0.06 * max(0, sin(time * 2.6)),
    x: 8 * sin(time * 1.3),
  })),
  burn: act('stay', 0, 1, (time) => ({ tall: 0.05 * sin(time * 13), wide: 0.03 * sin(time * 9) })),
  grow: act('stay', 0, 1.4, (_, share) => ({ wide: -0.55 + 0.75 * share, tall: -0.55 + 0.75 * share })),
  shrink: act('stay', 0, 1.4, (_, share) => ({ wide: 0.15 - 0.7 * share, tall: 0.15 - 0.7 * share })),
};

/** A leap with a crouch before it and a stretch in it. */
function leap(time: number): Gesture {
  const phase = (time * 1.25) % 1;
  const up = phase < 0.2 ? 0 : sin(((phase - 0.2) / 0.8) * Math.PI);
  const crouch = phase < 0.2 ? sin((phase / 0.2) * Math.PI) : 0;
  return {
    y: -52 * up,
    tall: 0.08 * up - 0.14 * crouch,
    wide: 0.1 * crouch - 0.04 * up,
    angle: 0.12 * cos(phase * 6) * up,
  };
}

/** From above the picture to the floor, and up again twice, each time less. */
function fallAndBounce(time: number): Gesture {
  const phase = (time % 2.6) / 2.6;
  if (phase < 0.4) return { y: -230 * (1 - (phase / 0.4) ** 2), turn: 0.5 * sin(time * 5) };
  const bounce = (phase - 0.4) / 0.6;
  const height = bounce < 0.5 ? 60 * sin(bounce * 2 * Math.PI) : 18 * sin((bounce - 0.5) * 2 * Math.PI);
  return { y: -max(0, height), tall: min(0, -0.12 * cos(bounce * 12) * (1 - bounce)) };
}

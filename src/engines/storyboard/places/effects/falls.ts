import { between } from '../../random.ts';
import { box, downward, type Layer, oval, type Stage } from '../../stage/index.ts';

/** Falling water: where it is as shares of the width, and from where to where it falls. */
export interface FallsLook {
  readonly left: number;
  readonly wide: number;
  readonly top: number;
  readonly bottom: number;
}

/** A curtain of water with threads in it, and spray where it strikes. */
export function falls(stage: Stage, { left: from, wide: share, top, bottom }: FallsLook): Layer {
  const chance = stage.chance('falls');
  const left = stage.width * from;
  const wide = stage.width * share;
  const threads = Array.from({ length: 46 }, () => ({
    x: chance(),
    start: chance(),
    length: between(chance, 30, 90),
    width: between(chance, 2, 6),
  }));
  return (pen, { time }) => {
    pen.fillStyle = downward(pen, top, bottom, ['#d8f1fb', '#9fd8f0', '#c9ecf8']);
    pen.fillRect(left, top, wide, bottom - top);
    for (const { x, start, length, width } of threads) {
      const y = top - length + ((start + time * 0.9) % 1) * (bottom - top + length);
      const tall = Math.max(0, Math.min(length, bottom - y, y + length - top));
      box(pen, 'rgba(255, 255, 255, 0.75)', left + x * (wide - width), Math.max(top, y), width, tall, 3);
    }
    for (let puff = 0; puff < 12; puff++) {
      const share = (time * 0.7 + puff / 12) % 1;
      const x = left + (((puff * 37) % 100) / 100) * wide;
      const white = `rgba(255, 255, 255, ${0.55 * (1 - share)})`;
      oval(pen, white, x, bottom - 4 - share * 26, 12 + share * 22, 8 + share * 12);
    }
  };
}

import { between } from '../../random.ts';
import { box, downward, fade, type Layer, openSky, oval, type Stage, strip } from '../../stage/index.ts';
import { grassInFront, ground, hills, landscape, trees } from '../parts/index.ts';

/** Water that falls from a cliff into a pool among trees. */
export const WATERFALL = landscape({
  floor: 0.84,
  behind: (stage, floor) => [
    ...openSky(stage),
    hills(stage, { y: floor - 90, height: 40, near: 0.05, haze: 0.5, colour: '#6fa27a' }),
    cliff(stage, floor),
    falls(stage, floor),
    trees(stage, { kind: 'fir', count: 7, foot: floor - 26, near: 0.3, haze: 0.12, size: 0.9, colour: '#43795c' }),
    ground(stage, floor - 18, ['#8cbd6c', '#6aa257', '#4d8249']),
  ],
  inFront: (stage) => [grassInFront(stage, '#4f9350', 5)],
});

const GAP = { left: 0.14, width: 0.2 };

function cliff(stage: Stage, floor: number): Layer {
  const chance = stage.chance('cliff');
  return strip(stage, {
    near: 0.1,
    haze: 0.06,
    span: Math.ceil(stage.width * 1.02),
    paint: ({ pen }) => {
      const top = stage.height * 0.16;
      pen.fillStyle = downward(pen, top, floor, ['#8d8a7d', '#6f6d66', '#55564f']);
      pen.beginPath();
      pen.moveTo(0, top + 26);
      for (let x = 0; x <= stage.width + 20; x += 20) pen.lineTo(x, top + between(chance, -8, 12));
      pen.lineTo(stage.width + 20, floor);
      pen.lineTo(0, floor);
      pen.fill();
      for (let crack = 0; crack < 40; crack++) {
        const [x, y] = [chance() * stage.width, between(chance, top + 10, floor - 10)];
        box(pen, fade(chance() < 0.5 ? '#3d3f3a' : '#b3b09f', 0.3), x, y, between(chance, 8, 40), 3, 1.5);
      }
      pen.fillStyle = '#5f9e52';
      for (let x = 0; x < stage.width; x += 15) oval(pen, '#5f9e52', x, top + between(chance, -6, 4), 15, 9);
      box(pen, '#3f7fa8', 0, floor - 30, stage.width + 20, 40);
    },
  });
}

function falls(stage: Stage, floor: number): Layer {
  const chance = stage.chance('falls');
  const top = stage.height * 0.15;
  const left = stage.width * GAP.left;
  const wide = stage.width * GAP.width;
  const threads = Array.from({ length: 46 }, () => ({
    x: chance(),
    start: chance(),
    length: between(chance, 30, 90),
    width: between(chance, 2, 6),
  }));
  return (pen, { time }) => {
    pen.fillStyle = downward(pen, top, floor, ['#d8f1fb', '#9fd8f0', '#c9ecf8']);
    pen.fillRect(left, top, wide, floor - top - 12);
    for (const { x, start, length, width } of threads) {
      const tall = floor - top + length;
      const y = top - length + ((start + time * 0.9) % 1) * tall;
      box(
        pen,
        'rgba(255, 255, 255, 0.75)',
        left + x * (wide - width),
        Math.max(top, y),
        width,
        Math.max(0, Math.min(length, floor - 14 - y, y + length - top)),
        3,
      );
    }
    for (let puff = 0; puff < 12; puff++) {
      const share = (time * 0.7 + puff / 12) % 1;
      oval(
        pen,
        `rgba(255, 255, 255, ${0.55 * (1 - share)})`,
        left + (((puff * 37) % 100) / 100) * wide,
        floor - 16 - share * 26,
        12 + share * 22,
        8 + share * 12,
      );
    }
  };
}

import { box, downward, type Layer, line, openSky, type Stage } from '../../stage/index.ts';
import { fixedProps, landscape, trees, wave } from '../parts/index.ts';

/** A swimming pool with tiles, umbrellas and chairs. */
export const POOL = landscape({
  floor: 0.8,
  surface: 'water',
  behind: (stage) => {
    const edge = stage.height * 0.6;
    return [
      ...openSky(stage),
      trees(stage, { kind: 'broad', count: 7, foot: edge - 8, near: 0.12, haze: 0.25, size: 0.8, colour: '#5d9c52' }),
      fixedProps(
        stage,
        [
          ['palm-tree', 0.12, edge + 4, 120],
          ['umbrella-on-ground', 0.42, edge + 4, 80],
          ['palm-tree', 0.88, edge + 4, 130],
          ['ring-buoy', 1.2, edge + 4, 44],
        ],
        0.3,
        0.04,
      ),
      basin(stage, edge),
    ];
  },
  inFront: (stage, floor) => [wave(stage, { y: floor, height: 3, shade: 0, near: 1, pace: 16 })],
});

function basin(stage: Stage, edge: number): Layer {
  return (pen, { time }) => {
    box(pen, '#efe6d6', 0, edge, stage.width + 1, 16);
    pen.fillStyle = downward(pen, edge + 16, stage.height, ['#8fe3ee', '#4fc4dd', '#2fa3c9']);
    pen.fillRect(0, edge + 16, stage.width + 1, stage.height);
    for (let row = 0; row < 7; row++) {
      for (let x = -20; x < stage.width; x += 58) {
        const y = edge + 26 + row * 15;
        const shift = Math.sin(time * 1.6 + row * 1.3 + x) * 8;
        line(pen, 'rgba(255, 255, 255, 0.34)', 2, [x + shift + row * 9, y, x + shift + row * 9 + 24, y + 2]);
      }
    }
  };
}

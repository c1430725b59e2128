import { box, downward, fade, type Layer, oval, type Pen, type Point, type Stage } from '../../stage/index.ts';
import { interior, type Place } from '../parts/index.ts';

/** A stage with curtains and a spotlight. */
export const STAGE: Place = {
  usualWeather: 'clear',
  weather: 'outside',
  usualTime: 'night',
  build: (stage) => {
    const set = interior(stage, {
      wall: ['#2a1733', '#431f42'],
      floor: ['#a9744a', '#8f5f3c', '#6b452c'],
      pattern: 'plain',
      decorate: (pen, span, edge) => curtains(pen, span, edge),
      atWall: [],
      onFloor: [
        ['speaker-high-volume', 0.06, 8, 60],
        ['speaker-high-volume', 0.94, 8, 60],
      ],
    });
    return { ...set, inFront: [spotlight(stage, set.floor)] };
  },
};

function curtains(pen: Pen, span: number, edge: number): void {
  for (let x = 0; x < span; x += 26) {
    const isLight = (x / 26) % 2 === 0;
    pen.fillStyle = downward(pen, 0, edge, isLight ? ['#b5283f', '#8a1a30'] : ['#93203a', '#6d1228']);
    pen.fillRect(x, 0, 27, edge);
  }
  box(pen, '#d9a441', 0, 34, span, 6);
  for (let x = 0; x < span; x += 60) oval(pen, '#a3243c', x + 30, 20, 34, 22);
}

/** A cone of light that sways a little over who is on stage. */
function spotlight(stage: Stage, floor: number): Layer {
  return (pen, { time }) => {
    const x = stage.width * 0.5 + Math.sin(time * 0.8) * 20;
    pen.save();
    pen.globalCompositeOperation = 'lighter';
    for (const [from, colour] of [
      [0.5, '#fff1c9'],
      [0.1, '#7fb0ff'],
      [0.9, '#ff8fc0'],
    ] as const) {
      pen.fillStyle = downward(pen, 0, floor, [fade(colour, from === 0.5 ? 0.4 : 0.24), fade(colour, 0.04)]);
      polygonPath(pen, [
        [stage.width * from - 8, -4],
        [stage.width * from + 8, -4],
        [x + 110, floor + 10],
        [x - 110, floor + 10],
      ]);
      pen.fill();
    }
    pen.restore();
  };
}

function polygonPath(pen: Pen, points: readonly Point[]): void {
  pen.beginPath();
  points.forEach(([x, y], index) => (index === 0 ? pen.moveTo(x, y) : pen.lineTo(x, y)));
  pen.closePath();
}

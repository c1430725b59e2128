import { fade, type Layer, mix, openSky, type Stage, strip } from '../../stage/index.ts';
import { at, bow, box, downward, glow, line, oval, polygon } from '../../stage/pen.ts';
import { fallingWeather } from '../../weather/index.ts';
import { hills, landscape } from '../parts/index.ts';

/** A living room; the weather is outside the window. */
export const ROOM = landscape({
  floor: 0.83,
  usualWeather: 'clear',
  weather: 'outside',
  behind: (stage, floor) => {
    const skirting = floor - 34;
    const inside: Stage = { ...stage, light: { ...stage.light, shadeStrength: stage.light.areLampsLit ? 0.2 : 0.03 } };
    const view = [
      ...openSky(stage),
      hills(stage, { y: stage.height * 0.5, height: 20, near: 0.1, haze: 0.4, colour: '#7fb07a' }),
      ...fallingWeather(stage),
    ];
    return [...view, wall(inside, skirting), furniture(inside, skirting + 10)];
  },
});

const WINDOW = { left: 0.52, width: 0.3, top: 0.14, bottom: 0.56 };

function wall(stage: Stage, skirting: number): Layer {
  const span = Math.ceil(stage.width * 1.15);
  const left = WINDOW.left * span;
  const wide = WINDOW.width * span;
  const top = WINDOW.top * stage.height;
  const tall = (WINDOW.bottom - WINDOW.top) * stage.height;
  return strip(stage, {
    near: 0.4,
    haze: 0,
    span,
    paint: ({ pen }) => {
      pen.fillStyle = downward(pen, 0, skirting, ['#f3dcc0', '#edcfae']);
      pen.fillRect(0, 0, span, skirting);
      for (let stripe = 0; stripe < span / 34; stripe++)
        box(pen, 'rgba(255, 255, 255, 0.16)', stripe * 34, 0, 14, skirting);
      box(pen, '#fbf1e2', 0, skirting - 12, span, 14);
      pen.clearRect(left, top, wide, tall);
      pen.strokeStyle = '#fffaf0';
      pen.lineWidth = 9;
      pen.strokeRect(left, top, wide, tall);
      line(pen, '#fffaf0', 5, [left + wide / 2, top, left + wide / 2, top + tall]);
      line(pen, '#fffaf0', 5, [left, top + tall * 0.45, left + wide, top + tall * 0.45]);
      box(pen, '#fffaf0', left - 12, top + tall + 2, wide + 24, 9, 3);
      for (const [x, bend] of [
        [left - 8, 1],
        [left + wide + 8, -1],
      ] as const) {
        polygon(pen, '#e58a76', [
          x - bend * 12,
          top - 12,
          x + bend * 36,
          top - 12,
          x + bend * 12,
          top + tall * 0.6,
          x + bend * 20,
          top + tall + 14,
          x - bend * 12,
          top + tall + 14,
        ]);
        line(pen, '#cf705f', 2, [x + bend * 6, top - 8, x + bend * 2, top + tall + 10]);
      }
      line(pen, '#9a6b4a', 5, [left - 34, top - 13, left + wide + 34, top - 13]);
    },
    ...(stage.light.areLampsLit && {
      shine: ({ pen }) =>
        glow(pen, ['rgba(255, 206, 128, 0.62)', 'rgba(255, 206, 128, 0)'], span * 0.1, skirting - 118, 190),
    }),
  });
}

function furniture(stage: Stage, floor: number): Layer {
  const span = Math.ceil(stage.width * 1.5);
  return strip(stage, {
    near: 0.9,
    span,
    paint: ({ pen }) => {
      pen.fillStyle = downward(pen, floor - 12, stage.height, ['#c98f5f', '#b57b4d', '#9a6640']);
      pen.fillRect(0, floor - 12, span, stage.height);
      for (let plank = 0; plank < span / 52; plank++)
        line(pen, 'rgba(110, 66, 36, 0.4)', 1.2, [plank * 52, floor - 12, plank * 52 - 40, stage.height]);
      oval(pen, '#e7b9a2', span * 0.36, floor + 30, 210, 22);
      oval(pen, '#f4d9c6', span * 0.36, floor + 29, 180, 17);
      lamp(pen, span * 0.1, floor, stage.light.areLampsLit);
      plant(pen, span * 0.66, floor);
      books(pen, span * 0.86, floor);
    },
    ...(stage.light.areLampsLit && { shine: ({ pen }) => lamp(pen, span * 0.1, floor, true) }),
  });
}

type Pen = Parameters<typeof box>[0];

function lamp(pen: Pen, x: number, floor: number, isLit: boolean): void {
  line(pen, '#7a5a48', 5, [x, floor, x, floor - 120]);
  oval(pen, '#7a5a48', x, floor, 20, 5);
  polygon(pen, isLit ? '#fff0c0' : '#f6e3c0', [
    x - 32,
    floor - 108,
    x + 32,
    floor - 108,
    x + 19,
    floor - 152,
    x - 19,
    floor - 152,
  ]);
  box(pen, fade('#d9a36a', 0.8), x - 32, floor - 111, 64, 4, 2);
}

function plant(pen: Pen, x: number, floor: number): void {
  for (const [angle, length] of [
    [-0.9, 60],
    [-0.45, 78],
    [0, 86],
    [0.45, 76],
    [0.9, 58],
  ] as const) {
    at(pen, [x, floor - 34, angle], () => {
      bow(pen, '#4f8f55', 3, [0, 0], [4, -length * 0.5], [0, -length]);
      oval(pen, mix('#5fa662', '#2f6b4a', Math.abs(angle) * 0.5), 0, -length * 0.78, 11, 27);
    });
  }
  polygon(pen, '#d9805f', [x - 24, floor - 40, x + 24, floor - 40, x + 17, floor, x - 17, floor]);
  box(pen, '#e59a7a', x - 27, floor - 46, 54, 10, 3);
}

function books(pen: Pen, x: number, floor: number): void {
  box(pen, '#a9744a', x - 46, floor - 104, 96, 106, 4);
  for (const [row, colours] of [
    ['#e2604f', '#4a80d9', '#f7c93e', '#5aae5b', '#9266cc'],
    ['#f48fb1', '#3fb8c4', '#f28c28', '#8d95a3', '#e0403a'],
  ].entries()) {
    box(pen, '#8a5a38', x - 40, floor - 98 + row * 50, 84, 44, 2);
    colours.forEach((colour, index) =>
      box(pen, colour, x - 36 + index * 15, floor - 90 + row * 50 + (index % 2) * 4, 12, 36 - (index % 2) * 4, 1.5),
    );
  }
}

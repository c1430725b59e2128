import { mix } from '../stage/colour.ts';
import { at, bow, box, glow, line, oval, polygon, shape } from '../stage/pen.ts';
import type { Pen } from '../stage/pen.ts';
import type { Figure, Pose } from './pose.ts';

export const ROCKET: Figure = { colour: '#e5564b', reach: 84, fliesByItself: true, paint: paintRocket };
export const PLANE: Figure = { colour: '#e8f0f6', reach: 104, fliesByItself: true, paint: paintPlane };
export const BALLOON: Figure = {
  colour: '#ef6c57',
  reach: 62,
  fliesByItself: true,
  size: 1.15,
  paint: paintBalloon,
};

function paintRocket(pen: Pen, { tones, time, motion }: Pose): void {
  const burns = motion !== 'stay' && motion !== 'sleep';
  at(
    pen,
    0,
    -62,
    () => {
      if (burns) flame(pen, time);
      for (const side of [-1, 1]) {
        shape(pen, tones.dark, () => {
          pen.moveTo(-34, side * 20);
          pen.bezierCurveTo(-50, side * 34, -64, side * 46, -78, side * 44);
          pen.bezierCurveTo(-72, side * 28, -68, side * 16, -60, side * 10);
        });
      }
      box(pen, '#565a6b', -70, -14, 14, 28, 4);
      shape(pen, '#f6f4ef', () => {
        pen.moveTo(-62, -20);
        pen.bezierCurveTo(-20, -36, 34, -32, 84, 0);
        pen.bezierCurveTo(34, 32, -20, 36, -62, 20);
        pen.closePath();
      });
      shape(pen, tones.main, () => {
        pen.moveTo(44, -22);
        pen.quadraticCurveTo(66, -14, 84, 0);
        pen.quadraticCurveTo(66, 14, 44, 22);
        pen.quadraticCurveTo(52, 0, 44, -22);
      });
      box(pen, tones.main, -52, -24.5, 11, 49, 4);
      oval(pen, tones.dark, 12, -2, 17);
      oval(pen, '#9fdcf4', 12, -2, 12.5);
      oval(pen, '#e9faff', 8, -6, 4.5, 3.2, -0.6);
      bow(pen, 'rgba(255, 255, 255, 0.9)', 4, [-34, -22], [0, -28], [36, -20]);
      oval(pen, tones.dark, -48, 1, 20, 5);
    },
    -0.42 + Math.sin(time * 2.2) * 0.035,
  );
}

function flame(pen: Pen, time: number): void {
  glow(pen, ['rgba(255, 180, 80, 0.6)', 'rgba(255, 140, 60, 0)'], -92, 0, 62);
  const length = 46 + 12 * Math.sin(time * 31) + 7 * Math.sin(time * 53);
  for (const [colour, share] of [
    ['#ff7b3a', 1],
    ['#ffc14d', 0.7],
    ['#fff3c2', 0.4],
  ] as const) {
    shape(pen, colour, () => {
      pen.moveTo(-66, -15 * share);
      pen.quadraticCurveTo(-84, -18 * share, -70 - length * share, 0);
      pen.quadraticCurveTo(-84, 18 * share, -66, 15 * share);
    });
  }
}

function paintPlane(pen: Pen, { tones, time, isLit }: Pose): void {
  const accent = mix('#3f7fd0', tones.dark, 0.3);
  at(
    pen,
    0,
    -60 + Math.sin(time * 2) * 2,
    () => {
      polygon(pen, accent, [
        [-84, -14],
        [-104, -58],
        [-82, -58],
        [-52, -20],
      ]);
      polygon(pen, mix(tones.dark, accent, 0.3), [
        [6, -14],
        [-22, -52],
        [-6, -52],
        [40, -14],
      ]);
      shape(pen, tones.main, () => {
        pen.moveTo(-98, -16);
        pen.bezierCurveTo(-60, -28, 46, -32, 76, -25);
        pen.bezierCurveTo(100, -20, 108, -4, 96, 6);
        pen.bezierCurveTo(74, 24, -20, 24, -54, 12);
        pen.bezierCurveTo(-76, 4, -92, -6, -98, -16);
      });
      shape(pen, '#7fb9e0', () => {
        pen.moveTo(72, -22);
        pen.quadraticCurveTo(90, -20, 97, -8);
        pen.lineTo(76, -8);
        pen.closePath();
      });
      for (let x = -46; x <= 50; x += 16) box(pen, isLit ? '#ffe29a' : '#7fb9e0', x, -17, 9, 10, 4);
      bow(pen, accent, 4, [-84, -3], [10, 8], [100, 0]);
      polygon(pen, tones.pale, [
        [24, 4],
        [-48, 48],
        [-26, 50],
        [58, 8],
      ]);
      polygon(pen, accent, [
        [-48, 48],
        [-26, 50],
        [-16, 42],
        [-36, 41],
      ]);
      box(pen, mix(tones.dark, '#596273', 0.4), 0, 14, 34, 15, 7);
    },
    -0.1 + Math.sin(time * 1.1) * 0.03,
  );
}

function paintBalloon(pen: Pen, { tones, time, isLit }: Pose): void {
  const flare = 0.5 + 0.5 * Math.sin(time * 4);
  at(
    pen,
    0,
    -70,
    () => {
      for (const x of [-30, -12, 12, 30])
        line(pen, '#7b5b43', 1.4, [
          [x, 16],
          [x * 0.48, 44],
        ]);
      pen.save();
      pen.beginPath();
      pen.moveTo(-14, 26);
      pen.bezierCurveTo(-24, 6, -62, -10, -60, -46);
      pen.bezierCurveTo(-56, -100, 56, -100, 60, -46);
      pen.bezierCurveTo(62, -10, 24, 6, 14, 26);
      pen.clip();
      box(pen, tones.main, -64, -100, 128, 130);
      for (const [x, width, colour] of [
        [0, 62, tones.pale],
        [0, 34, tones.main],
        [0, 12, tones.light],
      ] as const) {
        oval(pen, colour, x, -36, width * 0.72, 68);
      }
      for (const side of [-1, 1]) oval(pen, tones.dark, side * 66, -36, 16, 66);
      oval(pen, 'rgba(255, 255, 255, 0.3)', -26, -66, 12, 20, 0.5);
      if (isLit) glow(pen, [`rgba(255, 214, 120, ${0.5 + flare * 0.3})`, 'rgba(255, 190, 90, 0)'], 0, 10, 78);
      pen.restore();
      oval(pen, '#ffbe55', 0, 30, 3.4, 5 + flare * 4);
      box(pen, '#a9713f', -17, 42, 34, 24, 5);
      box(pen, '#8a5830', -19, 40, 38, 6, 3);
      for (const x of [-9, 0, 9])
        line(pen, '#8a5830', 1.2, [
          [x, 48],
          [x, 64],
        ]);
    },
    Math.sin(time * 1.2) * 0.05,
  );
}

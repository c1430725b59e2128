import { mix } from '../stage/colour.ts';
import { arc, at, bow, oval, shape } from '../stage/pen.ts';
import type { Pen } from '../stage/pen.ts';
import { eyes } from './face.ts';
import type { Figure, Pose } from './pose.ts';

export const FISH: Figure = { colour: '#f5813a', reach: 66, fliesByItself: true, size: 0.95, paint: paintFish };
export const WHALE: Figure = { colour: '#4f86c6', reach: 112, fliesByItself: true, paint: paintWhale };
export const TURTLE: Figure = { colour: '#5fa362', reach: 74, fliesByItself: true, paint: paintTurtle };

function paintFish(pen: Pen, { tones, time, lids }: Pose): void {
  const swish = Math.sin(time * 8);
  at(
    pen,
    0,
    -60,
    () => {
      at(
        pen,
        -34,
        0,
        () =>
          shape(pen, tones.light, () => {
            pen.moveTo(6, 0);
            pen.bezierCurveTo(-12, -36, -36, -40, -46, -34);
            pen.bezierCurveTo(-34, -14, -34, 14, -46, 34);
            pen.bezierCurveTo(-36, 40, -12, 36, 6, 0);
          }),
        swish * 0.22,
      );
      shape(pen, tones.dark, () => {
        pen.moveTo(-24, -22);
        pen.bezierCurveTo(-14, -56, 18, -58, 26, -26);
      });
      oval(pen, tones.main, 4, 0, 48, 33);
      pen.save();
      pen.beginPath();
      pen.ellipse(4, 0, 48, 33, 0, 0, Math.PI * 2);
      pen.clip();
      oval(pen, tones.pale, 8, 28, 46, 17);
      for (const x of [-24, 2]) bow(pen, '#fff8ea', 8, [x, -40], [x + 10, 0], [x, 40]);
      pen.restore();
      for (const [x, y] of [
        [-12, -12],
        [-10, 4],
        [-12, 18],
      ] as const)
        arc(pen, tones.dark, 1.4, x, y, 6, 1.9, 4.3);
      at(pen, 6, 12, () => oval(pen, tones.light, -9, 6, 15, 8, 0.6), swish * 0.3);
      at(pen, 33, -8, () => eyes(pen, { apart: 0.01, size: 8 }, lids));
      oval(pen, 'rgba(255, 110, 120, 0.4)', 33, 7, 6, 4);
      arc(pen, '#2b2233', 1.7, 46, 4, 5, 0.8, 2.6);
    },
    swish * 0.04,
  );
}

function paintWhale(pen: Pen, { tones, time, lids, motion }: Pose): void {
  const swish = Math.sin(time * 2.6);
  at(
    pen,
    0,
    -52,
    () => {
      at(
        pen,
        -74,
        -8,
        () =>
          shape(pen, tones.main, () => {
            pen.moveTo(20, 14);
            pen.bezierCurveTo(-6, 6, -18, -14, -22, -28);
            pen.bezierCurveTo(-44, -26, -54, -40, -54, -52);
            pen.bezierCurveTo(-38, -54, -26, -48, -20, -38);
            pen.bezierCurveTo(-18, -52, -6, -58, 8, -58);
            pen.bezierCurveTo(10, -44, 0, -32, -8, -27);
            pen.bezierCurveTo(0, -12, 14, -14, 28, -16);
          }),
        swish * 0.16,
      );
      const outline = () => {
        pen.moveTo(-84, -6);
        pen.bezierCurveTo(-56, -34, -22, -62, 34, -60);
        pen.bezierCurveTo(86, -58, 104, -26, 100, 4);
        pen.bezierCurveTo(96, 36, 54, 48, 10, 46);
        pen.bezierCurveTo(-36, 44, -64, 22, -84, -6);
      };
      shape(pen, tones.main, outline);
      pen.save();
      pen.beginPath();
      outline();
      pen.clip();
      oval(pen, tones.pale, 44, 46, 78, 34);
      for (const y of [22, 30, 38])
        bow(pen, mix(tones.pale, tones.main, 0.35), 1.6, [0, y + 4], [50, y + 9], [100, y - 4]);
      oval(pen, tones.light, 34, -58, 44, 9);
      pen.restore();
      at(pen, 14, 22, () => oval(pen, tones.dark, -10, 18, 13, 27, 0.5), swish * 0.2);
      at(pen, 66, -8, () => eyes(pen, { apart: 0.01, size: 8 }, lids));
      bow(pen, '#2b2233', 2, [72, 12], [86, 16], [98, 4]);
      oval(pen, 'rgba(255, 110, 120, 0.38)', 62, 7, 8, 5);
      if (motion !== 'sleep') spout(pen, time);
    },
    swish * 0.05,
  );
}

function spout(pen: Pen, time: number): void {
  const power = 0.75 + 0.25 * Math.sin(time * 6);
  for (const side of [-1, 0, 1]) {
    bow(pen, 'rgba(230, 246, 255, 0.85)', 4, [30, -62], [30 + side * 8, -96 * power], [30 + side * 24, -82 * power]);
  }
  for (let drop = 0; drop < 6; drop++) {
    const share = (time * 1.3 + drop / 6) % 1;
    const side = ((drop % 3) - 1) * (0.6 + drop * 0.08);
    oval(pen, 'rgba(230, 246, 255, 0.9)', 30 + side * 40 * share, -64 - 90 * share + 92 * share * share, 2.6);
  }
}

function paintTurtle(pen: Pen, { tones, time, lids, gait }: Pose): void {
  const stroke = Math.sin(gait);
  const skin = mix(tones.light, '#f4e7a8', 0.25);
  at(
    pen,
    0,
    -44,
    () => {
      for (const [x, side] of [
        [-34, 1],
        [26, -1],
      ] as const) {
        at(pen, x, 14, () => oval(pen, tones.dark, -6, 16, 10, 22, 0.5), side * stroke * 0.4);
      }
      oval(pen, skin, 60, -6 + Math.sin(time * 2) * 1.5, 20, 18);
      at(pen, 64, -9, () => eyes(pen, { apart: 7, size: 4.6 }, lids));
      bow(pen, '#2b2233', 1.6, [62, 0], [67, 5], [73, 0]);
      oval(pen, skin, 0, 14, 54, 13);
      shape(pen, tones.main, () => {
        pen.moveTo(-58, 12);
        pen.bezierCurveTo(-50, -52, 44, -56, 54, 12);
        pen.quadraticCurveTo(0, 22, -58, 12);
      });
      for (const [x, y, size] of [
        [-28, -8, 11],
        [-2, -20, 13],
        [26, -9, 11],
        [-12, 4, 9],
        [12, 4, 9],
      ] as const) {
        oval(pen, tones.dark, x, y, size, size * 0.8);
        oval(pen, mix(tones.main, tones.light, 0.5), x, y - 1, size * 0.7, size * 0.52);
      }
      at(pen, 26, 14, () => oval(pen, skin, -10, 16, 10, 27, 0.7), stroke * 0.5);
      at(pen, -36, 14, () => oval(pen, skin, -6, 10, 8, 16, 0.7), -stroke * 0.4);
    },
    Math.sin(time * 1.4) * 0.04,
  );
}

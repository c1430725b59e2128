import { at, bow, line, oval, polygon, shape } from '../stage/pen.ts';
import type { Pen } from '../stage/pen.ts';
import { blush, eyes } from './face.ts';
import type { Figure, Pose } from './pose.ts';

const BEAK = '#f6a63c';

export const BIRD: Figure = { colour: '#5aa7e0', reach: 52, fliesByItself: true, size: 0.92, paint: paintBird };
export const PENGUIN: Figure = { colour: '#3d4663', reach: 46, neck: () => [0, -66], paint: paintPenguin };
export const BUTTERFLY: Figure = {
  colour: '#f28c4a',
  reach: 56,
  fliesByItself: true,
  size: 0.8,
  paint: paintButterfly,
};

function paintBird(pen: Pen, { tones, time, motion, lids }: Pose): void {
  const flies = motion !== 'stay' && motion !== 'sleep' && motion !== 'walk' && motion !== 'jump';
  const beat = flies ? Math.sin(time * 13) : 0.15 * Math.sin(time * 2);
  at(
    pen,
    0,
    -60 + beat * -3,
    () => {
      polygon(pen, tones.dark, [
        [-30, -2],
        [-66, -16],
        [-58, 2],
        [-66, 12],
        [-28, 12],
      ]);
      wing(pen, tones.dark, -4, -8, flies ? beat + 0.1 : -0.2);
      oval(pen, tones.main, -4, 4, 37, 28, -0.12);
      oval(pen, tones.pale, 6, 13, 25, 18, -0.2);
      oval(pen, tones.main, 26, -14, 24, 22);
      polygon(pen, BEAK, [
        [46, -18],
        [66, -9],
        [45, -4],
      ]);
      oval(pen, tones.pale, 37, -8, 9, 8);
      at(pen, 31, -18, () => eyes(pen, { apart: 8, size: 5.4 }, motion === 'sleep' ? 1 : lids));
      wing(pen, tones.light, -8, 0, flies ? beat : -0.3);
      if (!flies) {
        for (const x of [-6, 8])
          line(pen, BEAK, 3, [
            [x, 30],
            [x, 58],
            [x + 7, 59],
          ]);
      }
    },
    flies ? -0.08 : 0,
  );
}

/** A wing from its shoulder; 1 is up, −1 down. */
function wing(pen: Pen, fill: string, x: number, y: number, beat: number): void {
  at(pen, x, y, () => {
    pen.scale(1, beat >= 0 ? 0.25 + beat * 0.75 : -0.25 + beat * 0.75);
    shape(pen, fill, () => {
      pen.moveTo(14, 4);
      pen.bezierCurveTo(8, -30, -14, -52, -38, -54);
      pen.bezierCurveTo(-34, -46, -38, -40, -42, -38);
      pen.bezierCurveTo(-34, -32, -36, -24, -40, -22);
      pen.bezierCurveTo(-30, -12, -20, 6, 14, 4);
    });
  });
}

function paintPenguin(pen: Pen, { tones, gait, motion, time, lids }: Pose): void {
  const moves = motion !== 'stay' && motion !== 'sleep';
  const sway = moves ? Math.sin(gait) * 0.11 : 0;
  const flap =
    motion === 'dance' || motion === 'jump' ? Math.sin(time * 11) * 0.6 + 0.7 : 0.22 + Math.abs(Math.sin(gait)) * 0.25;
  for (const side of [-1, 1])
    oval(pen, BEAK, side * 15 + 3, -4 - (moves ? Math.max(0, Math.sin(gait) * side) * 6 : 0), 14, 6);
  at(
    pen,
    0,
    -4,
    () => {
      oval(pen, tones.main, 0, -52, 38, 52);
      shape(pen, '#fdfcf7', () => {
        pen.ellipse(0, -40, 29, 38, 0, 0, Math.PI * 2);
        pen.ellipse(-11, -76, 14, 15, 0, 0, Math.PI * 2);
        pen.ellipse(11, -76, 14, 15, 0, 0, Math.PI * 2);
      });
      for (const side of [-1, 1]) {
        at(pen, side * 33, -66, () => oval(pen, tones.main, side * 3, 21, 9, 26), side * -flap);
      }
      at(pen, 0, -78, () => eyes(pen, { apart: 12, size: 5.6 }, motion === 'sleep' ? 1 : lids));
      blush(pen, 20, -67, 5);
      polygon(pen, BEAK, [
        [-7, -71],
        [7, -71],
        [0, -62],
      ]);
    },
    sway,
  );
}

function paintButterfly(pen: Pen, { tones, time }: Pose): void {
  const fold = 0.35 + 0.65 * Math.abs(Math.cos(time * 8));
  at(
    pen,
    0,
    -64,
    () => {
      for (const side of [-1, 1]) {
        pen.save();
        pen.scale(side * fold, 1);
        oval(pen, tones.dark, 27, 20, 22, 24, 0.5);
        oval(pen, tones.light, 27, 20, 14, 16, 0.5);
        oval(pen, tones.dark, 36, -20, 31, 26, -0.6);
        oval(pen, tones.main, 35, -19, 25, 20, -0.6);
        oval(pen, tones.pale, 45, -26, 7, 6);
        oval(pen, tones.pale, 29, -12, 5, 4);
        pen.restore();
        bow(pen, '#3d3144', 2, [side * 2, -30], [side * 6, -48], [side * 15, -52]);
        oval(pen, '#3d3144', side * 15, -52, 2.6);
      }
      oval(pen, '#3d3144', 0, 2, 5.5, 30);
      oval(pen, '#4b3d54', 0, -28, 9);
      at(pen, 0, -29, () => eyes(pen, { apart: 4, size: 2.6, iris: '#ffffff' }, 0));
    },
    0.14 + 0.06 * Math.sin(time * 3),
  );
}

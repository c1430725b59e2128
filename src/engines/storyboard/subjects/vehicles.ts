import { mix } from '../stage/colour.ts';
import { at, box, glow, line, oval, polygon, shape } from '../stage/pen.ts';
import type { Pen } from '../stage/pen.ts';
import type { Figure, Pose } from './pose.ts';

const GLASS = '#bfe6f5';
const GLASS_LIT = '#ffe9a8';
const RUBBER = '#33313d';

export const CAR: Figure = { colour: '#e2574c', reach: 98, paint: paintCar };
export const TRAIN: Figure = { colour: '#cf4a3f', reach: 170, paint: paintTrain };
export const BOAT: Figure = { colour: '#d9694a', reach: 92, paint: paintBoat };

function paintCar(pen: Pen, { tones, time, gait, isLit }: Pose): void {
  if (isLit) beam(pen, 92, -34, 190);
  at(pen, 0, Math.sin(time * 17) * 0.9, () => {
    shape(pen, tones.main, () => {
      pen.moveTo(-92, -18);
      pen.bezierCurveTo(-98, -46, -88, -54, -66, -56);
      pen.bezierCurveTo(-52, -90, -38, -96, 0, -96);
      pen.bezierCurveTo(34, -96, 44, -78, 56, -58);
      pen.bezierCurveTo(88, -55, 98, -44, 94, -18);
      pen.closePath();
    });
    box(pen, tones.dark, -93, -30, 187, 13, 6);
    box(pen, mix(tones.light, '#ffffff', 0.3), -80, -51, 130, 3, 1.5);
    const glass = isLit ? GLASS_LIT : GLASS;
    shape(pen, glass, () => {
      pen.moveTo(-54, -58);
      pen.bezierCurveTo(-46, -82, -36, -87, -8, -87);
      pen.lineTo(-8, -58);
    });
    shape(pen, glass, () => {
      pen.moveTo(0, -58);
      pen.lineTo(0, -87);
      pen.bezierCurveTo(24, -87, 32, -76, 42, -58);
    });
    oval(pen, '#fff4c7', 88, -38, 6, 8);
    oval(pen, '#ff8a7a', -91, -40, 4, 8);
    box(pen, tones.dark, -4, -50, 13, 3, 1.5);
  });
  for (const x of [-52, 54]) wheel(pen, x, -17, 19, gait * 1.4);
}

function wheel(pen: Pen, x: number, y: number, radius: number, turn: number): void {
  oval(pen, RUBBER, x, y, radius);
  oval(pen, '#cfd4dc', x, y, radius * 0.58);
  at(
    pen,
    x,
    y,
    () => {
      for (const angle of [0, 1.05, 2.09]) {
        at(
          pen,
          0,
          0,
          () =>
            line(pen, '#8b93a3', radius * 0.13, [
              [-radius * 0.5, 0],
              [radius * 0.5, 0],
            ]),
          angle,
        );
      }
    },
    turn,
  );
  oval(pen, '#8b93a3', x, y, radius * 0.16);
}

function beam(pen: Pen, x: number, y: number, length: number): void {
  const light = pen.createLinearGradient(x, 0, x + length, 0);
  light.addColorStop(0, 'rgba(255, 240, 180, 0.55)');
  light.addColorStop(1, 'rgba(255, 240, 180, 0)');
  pen.fillStyle = light;
  pen.beginPath();
  pen.moveTo(x, y - 5);
  pen.lineTo(x + length, y - 22);
  pen.lineTo(x + length, y + 36);
  pen.lineTo(x, y + 5);
  pen.fill();
}

function paintTrain(pen: Pen, pose: Pose): void {
  const { tones, time, gait, isLit } = pose;
  if (isLit) beam(pen, 150, -56, 200);
  const rock = Math.sin(time * 14) * 0.7;
  for (const x of [-166, -62]) coach(pen, x, rock, pose);
  at(pen, 0, -rock, () => {
    box(pen, tones.dark, 42, -40, 106, 18, 5);
    box(pen, tones.main, 80, -78, 62, 44, 20);
    box(pen, mix(tones.light, '#ffffff', 0.25), 84, -72, 50, 5, 2.5);
    box(pen, tones.main, 44, -104, 46, 72, 6);
    box(pen, tones.dark, 38, -110, 58, 11, 5);
    box(pen, isLit ? GLASS_LIT : GLASS, 53, -94, 27, 26, 5);
    box(pen, '#3d3947', 116, -102, 15, 28, 3);
    box(pen, '#3d3947', 112, -108, 23, 9, 4);
    oval(pen, '#fff4c7', 144, -58, 6, 8);
    polygon(pen, '#5a5666', [
      [146, -34],
      [168, -8],
      [134, -8],
      [134, -34],
    ]);
  });
  smoke(pen, time);
  for (const x of [62, 92, 122]) wheel(pen, x, -15, 15, gait * 1.4);
}

function coach(pen: Pen, x: number, rock: number, { tones, isLit, gait }: Pose): void {
  at(pen, x, rock, () => {
    line(pen, RUBBER, 5, [
      [94, -26],
      [112, -26],
    ]);
    box(pen, mix(tones.main, '#3a5a8c', 0.75), 0, -90, 96, 68, 9);
    box(pen, tones.light, 0, -46, 96, 6);
    for (const window of [9, 38, 67]) box(pen, isLit ? GLASS_LIT : GLASS, window, -78, 21, 22, 5);
  });
  for (const wheelX of [x + 22, x + 74]) wheel(pen, wheelX, -13, 13, gait * 1.5);
}

function smoke(pen: Pen, time: number): void {
  for (let puff = 0; puff < 6; puff++) {
    const share = (time * 0.7 + puff / 6) % 1;
    const size = 8 + share * 26;
    oval(pen, `rgba(240, 240, 246, ${0.62 * (1 - share)})`, 122 - share * 150, -116 - share * 62, size, size * 0.85);
  }
}

function paintBoat(pen: Pen, { tones, time, isLit }: Pose): void {
  at(
    pen,
    0,
    -6,
    () => {
      line(pen, '#7a5238', 5, [
        [0, -22],
        [0, -134],
      ]);
      const fill = Math.sin(time * 1.3) * 4;
      shape(pen, '#fdf6e6', () => {
        pen.moveTo(5, -132);
        pen.bezierCurveTo(42 + fill, -110, 62 + fill, -70, 66, -38);
        pen.lineTo(5, -38);
      });
      shape(pen, mix(tones.light, '#fdf6e6', 0.45), () => {
        pen.moveTo(-5, -118);
        pen.bezierCurveTo(-26 + fill, -96, -48 + fill, -64, -52, -38);
        pen.lineTo(-5, -38);
      });
      polygon(pen, tones.main, [
        [0, -134],
        [-24 - fill, -141],
        [0, -149],
      ]);
      shape(pen, tones.main, () => {
        pen.moveTo(-84, -30);
        pen.lineTo(90, -30);
        pen.bezierCurveTo(82, 2, 62, 16, 34, 17);
        pen.lineTo(-44, 17);
        pen.bezierCurveTo(-66, 14, -80, -4, -84, -30);
      });
      box(pen, tones.pale, -85, -31, 176, 8, 4);
      for (const x of [-40, -8, 24, 54]) oval(pen, isLit ? GLASS_LIT : '#fdf3dd', x, -9, 6);
      if (isLit) glow(pen, ['rgba(255, 226, 150, 0.8)', 'rgba(255, 226, 150, 0)'], 0, -134, 30);
    },
    Math.sin(time * 1.6) * 0.05,
  );
}

import { mix } from '../stage/colour.ts';
import type { Tones } from '../stage/colour.ts';
import { at, bow, box, glow, line, oval, polygon } from '../stage/pen.ts';
import type { Pen } from '../stage/pen.ts';
import { blush, eyes, smile } from './face.ts';
import type { Figure, Pose } from './pose.ts';

export const TREE: Figure = { colour: '#5f9f52', reach: 78, size: 1.45, paint: paintTree };
export const FLOWER: Figure = { colour: '#f27a9b', reach: 44, size: 1.2, paint: paintFlower };
export const HOUSE: Figure = { colour: '#e9c79a', reach: 90, size: 1.15, paint: paintHouse };

function paintTree(pen: Pen, { tones, time }: Pose): void {
  broadTree(pen, tones, Math.sin(time * 1.6) * 0.03);
  for (let leaf = 0; leaf < 4; leaf++) {
    const share = (time * 0.22 + leaf / 4) % 1;
    oval(pen, tones.light, -40 + leaf * 28 + Math.sin(share * 9) * 12, -60 + share * 58, 3, 2, share * 6);
  }
}

/** A broad-leaved tree, 125 units tall. */
export function broadTree(pen: Pen, tones: Tones, sway: number): void {
  const bark = '#7d5539';
  polygon(pen, bark, [
    [-11, 0],
    [-7, -50],
    [7, -50],
    [12, 0],
  ]);
  bow(pen, bark, 6, [0, -40], [14, -52], [24, -66]);
  bow(pen, bark, 5, [0, -44], [-12, -54], [-22, -62]);
  at(
    pen,
    0,
    -50,
    () => {
      for (const [x, y, r] of [
        [-30, -14, 27],
        [30, -14, 27],
        [0, -34, 36],
      ] as const)
        oval(pen, tones.dark, x, y + 5, r, r * 0.92);
      for (const [x, y, r] of [
        [-28, -20, 25],
        [29, -20, 24],
        [-2, -42, 32],
        [8, -18, 24],
      ] as const)
        oval(pen, tones.main, x, y, r, r * 0.9);
      for (const [x, y, r] of [
        [-14, -52, 14],
        [20, -34, 10],
        [-34, -26, 9],
      ] as const)
        oval(pen, tones.light, x, y, r, r * 0.76);
    },
    sway,
  );
}

/** A fir, 125 units tall, with snow on it where `snow` is a colour. */
export function fir(pen: Pen, tones: Tones, snow?: string): void {
  box(pen, '#6d4a35', -6, -22, 12, 22);
  for (const [y, width, height] of [
    [-14, 44, 46],
    [-46, 35, 42],
    [-76, 25, 48],
  ] as const) {
    polygon(pen, tones.dark, [
      [-width, y],
      [0, y - height],
      [width, y],
    ]);
    polygon(pen, tones.main, [
      [-width, y],
      [0, y - height],
      [width * 0.25, y],
    ]);
    if (snow)
      polygon(pen, snow, [
        [-width * 0.5, y - height * 0.5],
        [0, y - height],
        [width * 0.5, y - height * 0.5],
        [0, y - height * 0.62],
      ]);
  }
}

function paintFlower(pen: Pen, { tones, time, lids }: Pose): void {
  const sway = Math.sin(time * 1.8) * 7;
  bow(pen, '#5c9a4c', 6, [0, 0], [-6, -40], [sway, -82]);
  for (const side of [-1, 1]) at(pen, -2, -30, () => oval(pen, '#6fb25a', side * 20, -2, 20, 8), side * -0.4);
  at(
    pen,
    sway,
    -92,
    () => {
      for (let petal = 0; petal < 9; petal++) {
        at(
          pen,
          0,
          0,
          () => oval(pen, petal % 2 === 0 ? tones.main : mix(tones.main, tones.light, 0.5), 0, -27, 11, 18),
          petal * 0.698,
        );
      }
      oval(pen, '#f6cf62', 0, 0, 20);
      at(pen, 0, -2, () => eyes(pen, { apart: 7.5, size: 3.6 }, lids));
      smile(pen, 7, 4);
      blush(pen, 13, 4, 3.6);
    },
    sway * 0.012,
  );
}

function paintHouse(pen: Pen, { tones, isLit, time }: Pose): void {
  cottage(pen, tones, isLit);
  for (let puff = 0; puff < 4; puff++) {
    const share = (time * 0.3 + puff / 4) % 1;
    oval(
      pen,
      `rgba(245, 245, 250, ${0.6 * (1 - share)})`,
      38 + Math.sin(share * 6) * 8 + share * 16,
      -136 - share * 50,
      6 + share * 11,
    );
  }
}

/** A small house with a chimney, some 130 units tall. */
function cottage(pen: Pen, tones: Tones, isLit: boolean): void {
  box(pen, '#a0604c', 29, -132, 19, 44, 2);
  box(pen, tones.main, -66, -72, 132, 72, 4);
  box(pen, tones.dark, -66, -9, 132, 9);
  polygon(pen, '#b8543f', [
    [-84, -66],
    [-50, -122],
    [50, -122],
    [84, -66],
  ]);
  for (const y of [-80, -94, -108])
    line(pen, '#a34735', 1.6, [
      [-78 + (-66 - y) * 0.62, y],
      [78 - (-66 - y) * 0.62, y],
    ]);
  box(pen, '#8a5a3c', -14, -46, 30, 46, 11);
  oval(pen, '#f3cf7a', 9, -22, 2.4);
  for (const x of [-50, 28]) {
    if (isLit) glow(pen, ['rgba(255, 214, 120, 0.65)', 'rgba(255, 214, 120, 0)'], x + 12, -44, 34);
    box(pen, '#fdf6e6', x - 2, -58, 28, 28, 3);
    box(pen, isLit ? '#ffdf8c' : '#a9d8ee', x, -56, 24, 24, 2);
    line(pen, '#fdf6e6', 2.4, [
      [x + 12, -56],
      [x + 12, -32],
    ]);
    line(pen, '#fdf6e6', 2.4, [
      [x, -44],
      [x + 24, -44],
    ]);
  }
}

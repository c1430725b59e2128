import { at, bow, box, oval, type Pen, polygon, type Tones } from '../../stage/index.ts';

/** A broad-leaved tree, 125 units tall. */
export function broadTree(pen: Pen, tones: Tones, sway: number): void {
  const bark = '#7d5539';
  polygon(pen, bark, [-11, 0, -7, -50, 7, -50, 12, 0]);
  bow(pen, bark, 6, [0, -40], [14, -52], [24, -66]);
  bow(pen, bark, 5, [0, -44], [-12, -54], [-22, -62]);
  at(pen, [0, -50, sway], () => {
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
  });
}

/** A fir, 125 units tall, with snow on it where `snow` is a colour. */
export function fir(pen: Pen, tones: Tones, snow?: string): void {
  box(pen, '#6d4a35', -6, -22, 12, 22);
  for (const [y, width, height] of [
    [-14, 44, 46],
    [-46, 35, 42],
    [-76, 25, 48],
  ] as const) {
    polygon(pen, tones.dark, [-width, y, 0, y - height, width, y]);
    polygon(pen, tones.main, [-width, y, 0, y - height, width * 0.25, y]);
    if (snow)
      polygon(pen, snow, [
        -width * 0.5,
        y - height * 0.5,
        0,
        y - height,
        width * 0.5,
        y - height * 0.5,
        0,
        y - height * 0.62,
      ]);
  }
}

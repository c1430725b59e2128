import { createCanvas } from '@napi-rs/canvas';
import type { ClipFormat } from '../clip-format.ts';
import { channels } from '../stage/colour.ts';
import { byByte, grain, onEdges, type Pixels, soften, type StyleFilter, wavering } from './pixels.ts';

/**
 * A sheet to paint on, and what every painter looks at: the frame as it was, how light it is, and where its edges are.
 * @param rough How coarse the paper is.
 * @param reach How far a line wavers.
 */
function sheet(format: ClipFormat, seed: number, rough: number, reach: number) {
  const { width, height } = format;
  const source = new Uint8ClampedArray(width * height * 4);
  return {
    source,
    paper: grain(format, seed, rough),
    from: wavering(format, seed, reach),
    /** @param softness By how much the frame is made smaller before, so that it gets soft; 1: not at all. */
    onPaper: (softness: number, paint: (pixels: Pixels, light: Uint8Array, edges: Uint8Array) => void): StyleFilter => {
      const small = createCanvas(Math.ceil(width / softness), Math.ceil(height / softness));
      const change = onEdges(format, (pixels, light, edges) => {
        source.set(pixels);
        paint(pixels, light, edges);
      });
      return (frame, index) => {
        if (softness > 1) soften(frame, small);
        change(frame, index);
      };
    },
  };
}

/** Wet paint on paper: soft areas, darker where it dries at an edge, and white towards the border. */
export function watercolourOnPaper(format: ClipFormat, seed: number): StyleFilter {
  const { paper, from, source, onPaper } = sheet(format, seed, 0.07, 0.9);
  const border = borderOf(format, from);
  return onPaper(2, (pixels, _, edges) => {
    for (let pixel = 0, at = 0; pixel < from.length; pixel++, at += 4) {
      const other = from[pixel] as number;
      const dry = 1 - Math.min(0.4, (edges[other] as number) / 230);
      const wash = border[pixel] as number;
      for (let channel = 0; channel < 3; channel++) {
        const value = source[other * 4 + channel] as number;
        const thin = 255 - (255 - value) * 0.74;
        pixels[at + channel] = 250 - (250 - thin * dry * (paper[pixel] as number)) * wash;
      }
    }
  });
}

/** 1 within the picture, 0 on the white paper around it, with a wavering edge. */
function borderOf({ width, height }: ClipFormat, from: Int32Array): Float32Array {
  const border = new Float32Array(width * height);
  const rim = Math.min(width, height) * 0.035;
  for (let pixel = 0; pixel < border.length; pixel++) {
    const other = from[pixel] as number;
    const [x, y] = [other % width, Math.floor(other / width)];
    const inside = Math.min(x, y, width - 1 - x, height - 1 - y) - rim;
    border[pixel] = Math.min(1, Math.max(0, inside / (rim * 0.5)));
  }
  return border;
}

/** Black ink on rice paper; only red keeps some of its colour. */
export function inkOnPaper(format: ClipFormat, seed: number): StyleFilter {
  const { paper, from, source, onPaper } = sheet(format, seed, 0.1, 1.3);
  return onPaper(2.5, (pixels, light, edges) => {
    for (let pixel = 0, at = 0; pixel < from.length; pixel++, at += 4) {
      const other = from[pixel] as number;
      const tone = Math.min(1, Math.max(0, ((light[other] as number) / 255 - 0.12) * 1.5));
      const ink = (0.2 + 0.8 * tone) * (1 - Math.min(0.75, (edges[other] as number) / 100));
      const [red = 0, green = 0, blue = 0] = [source[other * 4], source[other * 4 + 1], source[other * 4 + 2]];
      const isRed = red > 150 && red > green * 1.5 && red > blue * 1.4;
      const shade = ink * (paper[pixel] as number);
      pixels[at] = 243 * shade + (isRed ? 50 : 0);
      pixels[at + 1] = 236 * shade;
      pixels[at + 2] = 219 * shade;
    }
  });
}

/** Pencil: lines where the lightness changes, and hatching in the shade. */
export function sketchOnPaper(format: ClipFormat, seed: number): StyleFilter {
  const { width, height } = format;
  const { paper, from, onPaper } = sheet(format, seed, 0.12, 0.9);
  const step = Math.max(4, Math.round(width / 110));
  // Which of three hatchings go through a pixel, one bit each, and which of them a tone has.
  const hatching = from.map((_, pixel) => {
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    return Number((x + y) % step < 1) + 2 * Number((x - y + height) % step < 1) + 4 * Number((x + y * 2) % step < 2);
  });
  const hatched = byByte((tone) => (tone < 60 ? 7 : tone < 115 ? 3 : tone < 175 ? 1 : 0));
  const soft = byByte((tone) => 0.86 + (0.14 * tone) / 255);
  const line = byByte((edge) => 1 - Math.min(0.85, edge / 75));
  return onPaper(1, (pixels, light, edges) => {
    for (let pixel = 0, at = 0; pixel < from.length; pixel++, at += 4) {
      const other = from[pixel] as number;
      const tone = light[other] as number;
      const hatch = (hatching[pixel] as number) & (hatched[tone] as number) ? 0.68 : 1;
      const drawn = (line[edges[other] as number] as number) * hatch;
      const shade = drawn * (soft[tone] as number) * (paper[pixel] as number);
      pixels[at] = 249 * shade + 6;
      pixels[at + 1] = 246 * shade + 6;
      pixels[at + 2] = 238 * shade + 10;
    }
  });
}

const INKS = '#182c56 #385c84 #7ea0ac #c45c3e #dea86a #70885c #f0e2c2 #a83e3a #d6be96 #544642';

/** A woodblock print: few flat colours, dark blue lines, warm paper. */
export function woodblockOnPaper(format: ClipFormat, seed: number): StyleFilter {
  const { paper, from, source, onPaper } = sheet(format, seed, 0.13, 0.6);
  const inks = INKS.split(' ').map(channels);
  const nearest = nearestOf(inks);
  return onPaper(1, (pixels, _, edges) => {
    for (let pixel = 0, at = 0; pixel < from.length; pixel++, at += 4) {
      const other = (from[pixel] as number) * 4;
      const key =
        ((source[other] as number) >> 4) * 256 +
        ((source[other + 1] as number) >> 4) * 16 +
        ((source[other + 2] as number) >> 4);
      const ink = inks[nearest[key] as number] ?? [];
      const line = (edges[other / 4] as number) > 46 ? 0.42 : 1;
      const shade = line * (paper[pixel] as number);
      for (let channel = 0; channel < 3; channel++) {
        // The ink lies over the colour that was there, so that neighbours of one ink still differ a little.
        pixels[at + channel] = ((ink[channel] ?? 0) * 0.78 + (source[other + channel] as number) * 0.22) * shade;
      }
    }
  });
}

/** The nearest ink of every colour with four bits a channel. */
function nearestOf(inks: readonly (readonly [number, number, number])[]): Uint8Array {
  const table = new Uint8Array(4096);
  for (let key = 0; key < table.length; key++) {
    const [red, green, blue] = [(key >> 8) * 17, ((key >> 4) & 15) * 17, (key & 15) * 17];
    let least = Infinity;
    inks.forEach(([r, g, b], index) => {
      const far = 2 * (red - r) ** 2 + 4 * (green - g) ** 2 + 3 * (blue - b) ** 2;
      if (far < least) [least, table[key]] = [far, index];
    });
  }
  return table;
}

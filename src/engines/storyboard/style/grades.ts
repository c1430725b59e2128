import { createCanvas } from '@napi-rs/canvas';
import type { ClipFormat } from '../clip-format.ts';
import { seededRandom } from '../random.ts';
import { byByte, onEdges, onPixels, type StyleFilter } from './pixels.ts';

/** Squares of few colours. */
export function pixelated({ width, height }: ClipFormat): StyleFilter {
  const side = Math.max(3, Math.round(Math.min(width, height) / 72));
  const small = createCanvas(Math.ceil(width / side), Math.ceil(height / side));
  const pen = small.getContext('2d');
  const fewer = onPixels((pixels) => {
    for (let at = 0; at < pixels.length; at += 4) {
      for (let channel = 0; channel < 3; channel++) {
        const value = (pixels[at + channel] as number) * 1.06;
        pixels[at + channel] = Math.round(value / 36) * 36;
      }
    }
  });
  return (frame, index) => {
    pen.imageSmoothingEnabled = true;
    pen.drawImage(frame, 0, 0, small.width, small.height);
    fewer(small, index);
    const to = frame.getContext('2d');
    to.imageSmoothingEnabled = false;
    to.drawImage(small, 0, 0, small.width * side, small.height * side);
    to.imageSmoothingEnabled = true;
  };
}

/** An old film: warm, faded, with grain, scratches and a lamp that flickers. */
export function filmed({ width }: ClipFormat, seed: number): StyleFilter {
  return onPixels((pixels, index) => {
    const random = seededRandom(seed + index, 'film');
    const lamp = 0.95 + random() * 0.08;
    const scratch = random() < 0.5 ? Math.floor(random() * width) : -1;
    let noise = (random() * 2 ** 31) | 1;
    for (let pixel = 0, at = 0; at < pixels.length; pixel++, at += 4) {
      noise ^= noise << 13;
      noise ^= noise >>> 17;
      noise ^= noise << 5;
      const speck = ((noise & 255) - 128) * 0.11 + (pixel % width === scratch ? 60 : 0);
      const [red = 0, green = 0, blue = 0] = [pixels[at], pixels[at + 1], pixels[at + 2]];
      const light = 0.3 * red + 0.59 * green + 0.11 * blue;
      pixels[at] = ((light * 0.55 + red * 0.45) * 1.04 + 24) * lamp + speck;
      pixels[at + 1] = ((light * 0.55 + green * 0.45) * 0.95 + 16) * lamp + speck;
      pixels[at + 2] = ((light * 0.55 + blue * 0.45) * 0.72 + 14) * lamp + speck;
    }
  });
}

/** Greys with deep blacks. */
export function blackAndWhite(): StyleFilter {
  return onPixels((pixels) => {
    for (let at = 0; at < pixels.length; at += 4) {
      const light =
        (0.34 * (pixels[at] as number) + 0.56 * (pixels[at + 1] as number) + 0.1 * (pixels[at + 2] as number)) / 255;
      const value = 255 * Math.min(1, Math.max(0, light * light * (3 - 2 * light) * 0.7 + light * 0.32));
      pixels.fill(value, at, at + 3);
    }
  });
}

/** Violet shade, cyan and magenta light, and lines that glow. */
export function glowing(format: ClipFormat): StyleFilter {
  const { width, height } = format;
  const [shine, violet] = [byByte((tone) => (tone / 255) ** 2), byByte((tone) => 44 + (tone / 255) * 96)];
  const glow = byByte((edge) => Math.min(1, edge / 90));
  return onEdges(format, (pixels, light, edges) => {
    for (let y = 0, pixel = 0, at = 0; y < height; y++) {
      const row = y % 4 === 0 ? 0.9 : 1;
      for (let x = 0; x < width; x++, pixel++, at += 4) {
        const side = x / width;
        const tone = light[pixel] as number;
        const lit = shine[tone] as number;
        const edge = glow[edges[pixel] as number] as number;
        const red = (pixels[at] as number) * 0.36 + 18 + lit * 150 * (1 - side * 0.7) + edge * 190 * (1 - side);
        pixels[at] = red * row;
        pixels[at + 1] = ((pixels[at + 1] as number) * 0.3 + 4 + lit * 60 + edge * 130 * side) * row;
        pixels[at + 2] = ((pixels[at + 2] as number) * 0.46 + (violet[tone] as number) + edge * 150) * row;
      }
    }
  });
}

/** Flat steps of light, strong colours and fine dark lines. */
export function animated(format: ClipFormat): StyleFilter {
  const step = byByte((tone) => (Math.round(tone / 42) * 42 * 0.7 + tone * 0.3 + 6) / Math.max(1, tone));
  const line = byByte((edge) => 1 - Math.min(0.55, edge / 210));
  return onEdges(format, (pixels, light, edges) => {
    for (let pixel = 0, at = 0; pixel < light.length; pixel++, at += 4) {
      const tone = light[pixel] as number;
      const shade = (step[tone] as number) * (line[edges[pixel] as number] as number);
      for (let channel = 0; channel < 3; channel++)
        pixels[at + channel] = (tone + ((pixels[at + channel] as number) - tone) * 1.4) * shade;
    }
  });
}

import type { Canvas } from '@napi-rs/canvas';
import type { ClipFormat } from '../clip-format.ts';
import { seededRandom } from '../random.ts';

/** Changes a frame that has been drawn. */
export type StyleFilter = (frame: Canvas, index: number) => void;

/** The pixels of a frame, as red, green, blue and opacity. */
export type Pixels = Uint8ClampedArray;

/** A filter that works on the pixels themselves. */
export function onPixels(change: (pixels: Pixels, index: number) => void): StyleFilter {
  return (frame, index) => {
    const pen = frame.getContext('2d');
    const image = pen.getImageData(0, 0, frame.width, frame.height);
    change(image.data, index);
    pen.putImageData(image, 0, 0);
  };
}

/** How light each pixel is, 0 to 255. */
export function lightnessOf(pixels: Pixels, into: Uint8Array): Uint8Array {
  for (let at = 0, pixel = 0; pixel < into.length; at += 4, pixel++) {
    into[pixel] =
      (54 * (pixels[at] as number) + 183 * (pixels[at + 1] as number) + 19 * (pixels[at + 2] as number)) >> 8;
  }
  return into;
}

/** How much the lightness changes at each pixel, 0 to 255: where one would draw a line. */
function edgesOf(light: Uint8Array, width: number, into: Uint8Array): Uint8Array {
  for (let pixel = width + 1; pixel < light.length - width - 1; pixel++) {
    const across = (light[pixel + 1] as number) - (light[pixel - 1] as number);
    const down = (light[pixel + width] as number) - (light[pixel - width] as number);
    into[pixel] = Math.min(255, Math.abs(across) + Math.abs(down));
  }
  return into;
}

/** A factor for each value of a byte, worked out once instead of for each pixel. */
export function byByte(factorOf: (byte: number) => number): Float64Array {
  return Float64Array.from({ length: 256 }, (_, byte) => factorOf(byte));
}

/** A filter that works on the pixels by how light each is and where one would draw a line. */
export function onEdges(
  { width, height }: ClipFormat,
  change: (pixels: Pixels, light: Uint8Array, edges: Uint8Array) => void,
): StyleFilter {
  const [light, edges] = [new Uint8Array(width * height), new Uint8Array(width * height)];
  return onPixels((pixels) => change(pixels, light, edgesOf(lightnessOf(pixels, light), width, edges)));
}

/** Coarse paper: a share of light for each pixel, around 1. */
export function grain({ width, height }: ClipFormat, seed: number, depth: number): Float32Array {
  const random = seededRandom(seed, 'paper');
  const paper = new Float32Array(width * height);
  let run = 0;
  for (let pixel = 0; pixel < paper.length; pixel++) {
    // Neighbours are alike, so that the fibres lie across.
    run = run * 0.6 + (random() - 0.5) * 0.8;
    paper[pixel] = 1 + run * depth;
  }
  return paper;
}

/** For each pixel the one whose colour it takes, so that straight edges waver as a hand does. */
export function wavering({ width, height }: ClipFormat, seed: number, reach: number): Int32Array {
  const random = seededRandom(seed, 'wavering');
  const [one, two, three, four] = [random() * 9, random() * 9, random() * 9, random() * 9];
  const unit = width / 640;
  const from = new Int32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [u, v] = [x / unit, y / unit];
      const right = (Math.sin(v / 23 + one) + Math.sin(v / 11 + u / 31 + two)) * reach * unit;
      const down = (Math.sin(u / 27 + three) + Math.sin(u / 12 + v / 37 + four)) * reach * unit;
      const left = Math.min(width - 1, Math.max(0, Math.round(x + right)));
      const top = Math.min(height - 1, Math.max(0, Math.round(y + down)));
      from[y * width + x] = top * width + left;
    }
  }
  return from;
}

/** A smaller copy of a frame drawn large again: soft. */
export function soften(frame: Canvas, small: Canvas): void {
  const pen = frame.getContext('2d');
  small.getContext('2d').drawImage(frame, 0, 0, small.width, small.height);
  pen.imageSmoothingEnabled = true;
  pen.drawImage(small, 0, 0, frame.width, frame.height);
}

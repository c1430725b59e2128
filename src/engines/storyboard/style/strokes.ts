import type { ClipFormat } from '../clip-format.ts';
import { between, seededRandom } from '../random.ts';
import { lightnessOf, onPixels, type Pixels, type StyleFilter } from './pixels.ts';

/** How a brush goes. */
export interface BrushLook {
  /** 0: along the shapes; 1: in whirls. */
  readonly swirl: number;
  /** How strong colours become. */
  readonly vivid: number;
}

interface Stroke {
  readonly x: number;
  readonly y: number;
  readonly length: number;
  readonly width: number;
  readonly lean: number;
  readonly shade: number;
}

/** The frame in strokes of a brush, each in the colour below it; they stay where they are from frame to frame. */
export function brushed(format: ClipFormat, seed: number, { swirl, vivid }: BrushLook): StyleFilter {
  const { width, height } = format;
  const unit = Math.sqrt((width * height) / (640 * 360));
  const strokes = strokesOf(format, seed, 10 * unit, swirl === 1 ? 1 : 0.8);
  const fine = strokesOf(format, seed + 2, 5 * unit, 0.7);
  const [light, source] = [new Uint8Array(width * height), new Uint8ClampedArray(width * height * 4)];
  return onPixels((pixels) => {
    source.set(pixels);
    lightnessOf(pixels, light);
    const paint = (stroke: Stroke) =>
      brush(pixels, format, stroke, angleAt(light, format, stroke, swirl), colourAt(source, format, stroke, vivid));
    strokes.forEach(paint);
    // A small brush goes over what has a shape.
    for (const stroke of fine) if (slopeAt(light, format, stroke)[2] > 34) paint(stroke);
  });
}

function strokesOf({ width, height }: ClipFormat, seed: number, step: number, size: number): Stroke[] {
  const random = seededRandom(seed, 'strokes');
  const strokes: Stroke[] = [];
  for (let y = step / 2; y < height + step / 2; y += step) {
    for (let x = step / 2; x < width + step / 2; x += step) {
      strokes.push({
        x: x + between(random, -0.5, 0.5) * step,
        y: y + between(random, -0.5, 0.5) * step,
        length: step * between(random, 0.7, 1.5),
        width: step * between(random, 0.62, 0.95) * (size === 1 ? 1.2 : 0.8),
        lean: between(random, -0.25, 0.25),
        shade: between(random, 0.92, 1.09),
      });
    }
  }
  return strokes;
}

/** Along an edge where there is one; else level, or round whirls as wide as a fifth of the picture. */
function angleAt(light: Uint8Array, format: ClipFormat, stroke: Stroke, swirl: number): number {
  const [across, down, steep] = slopeAt(light, format, stroke);
  if (steep > 26) return Math.atan2(across, -down) + stroke.lean;
  const [x, y] = [stroke.x / format.width, stroke.y / format.height];
  const whirl = Math.sin(x * 11) * 1.4 + Math.cos(y * 8 + x * 3) * 1.4;
  return swirl * whirl + stroke.lean + (1 - swirl) * 0.5 * Math.sin(stroke.y / 40);
}

type Three = readonly [number, number, number];

/** How much the lightness changes to the right and downwards, and both together. */
function slopeAt(light: Uint8Array, { width, height }: ClipFormat, { x, y }: Stroke): Three {
  const column = Math.min(width - 3, Math.max(2, Math.round(x)));
  const row = Math.min(height - 3, Math.max(2, Math.round(y)));
  const at = row * width + column;
  const across = (light[at + 2] as number) - (light[at - 2] as number);
  const down = (light[at + 2 * width] as number) - (light[at - 2 * width] as number);
  return [across, down, Math.abs(across) + Math.abs(down)];
}

/** The colour below the middle of a stroke, in its shade. */
function colourAt(pixels: Pixels, { width, height }: ClipFormat, { x, y, shade }: Stroke, vivid: number): Three {
  const column = Math.min(width - 1, Math.max(0, Math.round(x)));
  const row = Math.min(height - 1, Math.max(0, Math.round(y)));
  const at = (row * width + column) * 4;
  const [red = 0, green = 0, blue = 0] = [pixels[at], pixels[at + 1], pixels[at + 2]];
  const grey = 0.3 * red + 0.59 * green + 0.11 * blue;
  const channel = (value: number) => Math.min(255, Math.max(0, (grey + (value - grey) * vivid) * shade));
  return [channel(red), channel(green), channel(blue)];
}

/** A line with round ends and soft edges: a pen takes several times as long for as many as these. */
function brush(pixels: Pixels, format: ClipFormat, stroke: Stroke, angle: number, [red, green, blue]: Three): void {
  const { width, height } = format;
  const [cos, sin, half, edge] = [Math.cos(angle), Math.sin(angle), stroke.length / 2, stroke.width / 2 + 0.5];
  const [wide, tall] = [Math.abs(cos) * half + edge, Math.abs(sin) * half + edge];
  const left = Math.max(0, Math.floor(stroke.x - wide));
  const right = Math.min(width - 1, Math.floor(stroke.x + wide));
  const bottom = Math.min(height - 1, Math.floor(stroke.y + tall));
  for (let y = Math.max(0, Math.floor(stroke.y - tall)); y <= bottom; y++) {
    const down = y + 0.5 - stroke.y;
    for (let x = left, at = (y * width + left) * 4; x <= right; x++, at += 4) {
      const across = x + 0.5 - stroke.x;
      const beyond = Math.max(0, Math.abs(across * cos + down * sin) - half);
      const aside = down * cos - across * sin;
      const cover = Math.min(1, edge - Math.sqrt(beyond * beyond + aside * aside));
      if (cover <= 0) continue;
      pixels[at] = (pixels[at] as number) * (1 - cover) + red * cover;
      pixels[at + 1] = (pixels[at + 1] as number) * (1 - cover) + green * cover;
      pixels[at + 2] = (pixels[at + 2] as number) * (1 - cover) + blue * cover;
    }
  }
}

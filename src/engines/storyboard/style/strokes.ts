import type { Pen } from '../stage/index.ts';
import type { ClipFormat } from '../clip-format.ts';
import { between, seededRandom } from '../random.ts';
import { lightnessOf, type Pixels, type StyleFilter } from './pixels.ts';

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
  const light = new Uint8Array(width * height);
  return (frame) => {
    const pen = frame.getContext('2d');
    const pixels = pen.getImageData(0, 0, width, height).data;
    lightnessOf(pixels, light);
    pen.save();
    pen.lineCap = 'round';
    for (const stroke of strokes) paint(pen, stroke, pixels, width, angleAt(light, format, stroke, swirl), vivid);
    // A small brush goes over what has a shape.
    for (const stroke of fine) {
      if (slopeAt(light, format, stroke)[2] > 34)
        paint(pen, stroke, pixels, width, angleAt(light, format, stroke, swirl), vivid);
    }
    pen.restore();
  };
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

/** How much the lightness changes to the right and downwards, and both together. */
function slopeAt(
  light: Uint8Array,
  { width, height }: ClipFormat,
  { x, y }: Stroke,
): readonly [number, number, number] {
  const column = Math.min(width - 3, Math.max(2, Math.round(x)));
  const row = Math.min(height - 3, Math.max(2, Math.round(y)));
  const at = row * width + column;
  const across = (light[at + 2] as number) - (light[at - 2] as number);
  const down = (light[at + 2 * width] as number) - (light[at - 2 * width] as number);
  return [across, down, Math.abs(across) + Math.abs(down)];
}

function paint(pen: Pen, stroke: Stroke, pixels: Pixels, width: number, angle: number, vivid: number): void {
  const column = Math.min(width - 1, Math.max(0, Math.round(stroke.x)));
  const row = Math.min(pixels.length / 4 / width - 1, Math.max(0, Math.round(stroke.y)));
  const at = (row * width + column) * 4;
  const [red = 0, green = 0, blue = 0] = [pixels[at], pixels[at + 1], pixels[at + 2]];
  const grey = 0.3 * red + 0.59 * green + 0.11 * blue;
  const channel = (value: number) =>
    Math.min(255, Math.max(0, Math.round((grey + (value - grey) * vivid) * stroke.shade)));
  pen.strokeStyle = `rgb(${channel(red)}, ${channel(green)}, ${channel(blue)})`;
  pen.lineWidth = stroke.width;
  const [x, y] = [Math.cos(angle) * stroke.length * 0.5, Math.sin(angle) * stroke.length * 0.5];
  pen.beginPath();
  pen.moveTo(stroke.x - x, stroke.y - y);
  pen.lineTo(stroke.x + x, stroke.y + y);
  pen.stroke();
}

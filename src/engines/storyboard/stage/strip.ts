import { createCanvas } from '@napi-rs/canvas';
import { fade } from './colour.ts';
import type { Pen } from './pen.ts';
import type { Layer, Stage } from './stage.ts';

/** How far away something is, which says how fast it passes, and how hazy it is. */
export interface Depth {
  /** 0 is the horizon and stands still, 1 moves with the ground. */
  readonly near: number;
  /** How hazy it is, 0 to 1; absent: as what is so near is. */
  readonly haze?: number;
}

/** A picture that repeats sideways and is drawn only once. */
export interface StripLook extends Depth {
  /** Units until it repeats; absent: a bit over one and a half stages. */
  readonly span?: number;
  /** Nothing is painted above or below these, in units from the top: clear rows cost as much as any other, in each frame. */
  readonly rows?: readonly [top: number, bottom: number];
  /** Paints what takes shade and haze. */
  paint(strip: StripPen): void;
  /** Paints what shines by itself. */
  shine?(strip: StripPen): void;
}

/** How a strip is painted. */
export interface StripPen {
  readonly pen: Pen;
  readonly span: number;
  /** Draws something with its middle at `x` such that what leaves at one end comes in at the other. */
  readonly put: (x: number, draw: (x: number) => void) => void;
}

// Nothing in a strip reaches farther than this from its middle, in units.
const WIDEST = 240;

/** Paints a strip now, and shows it at each moment. */
export function strip(stage: Stage, look: StripLook): Layer {
  const span = look.span ?? Math.ceil(stage.width * 1.6);
  const [above, below] = look.rows ?? [0, stage.height];
  const top = Math.floor(Math.max(0, above) * stage.scale);
  const bottom = Math.ceil(Math.min(stage.height, below) * stage.scale);
  const canvas = createCanvas(Math.ceil(span * stage.scale), Math.max(1, bottom - top));
  const pen = canvas.getContext('2d');
  pen.translate(0, -top);
  // The canvas is a whole number of pixels; the last one is filled too.
  pen.scale(canvas.width / span, stage.scale);
  const put = (middle: number, draw: (x: number) => void) =>
    [middle, middle - span, middle + span].filter((x) => x > -WIDEST && x < span + WIDEST).forEach(draw);
  look.paint({ pen, span, put });
  tint(pen, span, stage, hazeOf(look));
  look.shine?.({ pen, span, put });
  const [y, tall] = [top / stage.scale, canvas.height / stage.scale];
  return (frame, { travel }) => {
    const offset = modulo(travel * look.near, span);
    for (let x = -offset; x < stage.width; x += span) frame.drawImage(canvas, x, y, span, tall);
  };
}

/** What is half-way to the eye is clear already. */
export function hazeOf({ near, haze }: Depth): number {
  return haze ?? Math.max(0, 0.72 - 1.44 * near);
}

function tint(pen: Pen, span: number, { light, height }: Stage, distance: number): void {
  pen.globalCompositeOperation = 'source-atop';
  pen.fillStyle = fade(light.shade, light.shadeStrength);
  pen.fillRect(0, 0, span, height);
  pen.fillStyle = fade(light.haze, Math.min(0.92, light.hazeStrength * distance));
  pen.fillRect(0, 0, span, height);
  pen.globalCompositeOperation = 'source-over';
}

/** The rest of a division, never below zero. */
export function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}

import { createCanvas } from '@napi-rs/canvas';
import { fade } from './colour.ts';
import type { Pen } from './pen.ts';
import type { Layer, Stage } from './stage.ts';

/** A picture that repeats sideways and is drawn only once. */
export interface StripLook {
  /** How fast it passes: 0 stands still, 1 moves with the ground. */
  readonly parallax: number;
  /** How far it is: 0 near, 1 at the horizon. */
  readonly distance: number;
  /** Units until it repeats; absent: a bit over one and a half stages. */
  readonly span?: number;
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
  const canvas = createCanvas(Math.ceil(span * stage.scale), Math.ceil(stage.height * stage.scale));
  const pen = canvas.getContext('2d');
  // The canvas is a whole number of pixels; the last one is filled too.
  pen.scale(canvas.width / span, stage.scale);
  const put = (middle: number, draw: (x: number) => void) =>
    [middle, middle - span, middle + span].filter((x) => x > -WIDEST && x < span + WIDEST).forEach(draw);
  look.paint({ pen, span, put });
  tint(pen, span, stage, look.distance);
  look.shine?.({ pen, span, put });
  return (frame, { travel }) => {
    const offset = modulo(travel * look.parallax, span);
    for (let x = -offset; x < stage.width; x += span) frame.drawImage(canvas, x, 0, span, stage.height);
  };
}

function tint(pen: Pen, span: number, { light, height }: Stage, distance: number): void {
  pen.globalCompositeOperation = 'source-atop';
  pen.fillStyle = fade(light.shade, light.shadeStrength);
  pen.fillRect(0, 0, span, height);
  pen.fillStyle = fade(light.haze, Math.min(0.92, light.hazeStrength * distance));
  pen.fillRect(0, 0, span, height);
  pen.globalCompositeOperation = 'source-over';
}

function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}

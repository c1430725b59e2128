import { type Canvas, createCanvas } from '@napi-rs/canvas';
import type { Pen, Stage } from '../stage/index.ts';

const RIPPLE_HEIGHT = 3;
/** The pixels of a mirrored picture to one of the frame, from left to right. */
const WIDE = 0.5;

/** What a wet floor shows of a picture. */
export interface MirrorLook {
  /** Where the floor begins, in units from the top. */
  readonly axis: number;
  /** How much lower the mirrored picture is than the picture. */
  readonly squeeze: number;
  readonly opacity: number;
  /** `shine` only adds light, as a wet road does to lamps; `image` covers. */
  readonly kind: 'shine' | 'image';
}

/** Mirrors pictures in a wet floor, with ripples. */
export class Mirror {
  readonly #stage: Stage;
  readonly #sheet: Canvas;
  readonly #pen: Pen;

  /** @param top The highest axis that will be asked for. */
  constructor(stage: Stage, top: number) {
    this.#stage = stage;
    // Every use of a canvas as a picture copies all of it, so it is no taller than it has to be; and on a wet floor
    // nobody sees that it is half as wide.
    const tall = Math.ceil((stage.height - top) * stage.scale);
    this.#sheet = createCanvas(Math.ceil(stage.width * stage.scale * WIDE), tall);
    this.#pen = this.#sheet.getContext('2d');
    this.#pen.scale(stage.scale * WIDE, stage.scale);
  }

  /** Draws the mirror image of what `paint` paints, as large as the stage, below the axis. */
  reflect(pen: Pen, paint: (pen: Pen) => void, { axis, squeeze, opacity, kind }: MirrorLook, time: number): void {
    const { width, height, scale } = this.#stage;
    const depth = height - axis;
    this.#pen.clearRect(0, 0, width + 1, depth + 1);
    this.#pen.save();
    this.#pen.translate(0, axis * squeeze);
    this.#pen.scale(1, -squeeze);
    paint(this.#pen);
    this.#pen.restore();
    pen.save();
    if (kind === 'shine') pen.globalCompositeOperation = 'screen';
    for (let y = 0; y < depth; y += RIPPLE_HEIGHT) {
      const share = y / depth;
      const shift =
        Math.sin(y * 0.55 + time * 4.2) * (0.5 + share * 2.6) + Math.sin(y * 1.7 - time * 6.1) * share * 1.4;
      const rows = Math.min(RIPPLE_HEIGHT, depth - y);
      pen.globalAlpha = opacity * (1 - share * 0.55);
      pen.drawImage(this.#sheet, 0, y * scale, width * scale * WIDE, rows * scale, shift, axis + y, width, rows);
    }
    pen.restore();
  }
}

import type { Canvas } from '@napi-rs/canvas';
import type { ClipFormat } from '../clip-format.ts';
import type { Scene } from '../scene.ts';
import { Film } from './film.ts';

/** A picture of a clip, and how it follows the one before it. */
export interface Shot {
  readonly scene: Scene;
  readonly enter: 'cut' | 'fade';
}

/** How long two pictures are seen at once, in frames. */
const FADE = 10;

/** Draws the frames of shots that follow one another, each as long as the others. */
export class Reel {
  readonly #shots: readonly Shot[];
  readonly #format: ClipFormat;
  /** The films that are shown now; the others are let go, for each holds canvases of its own. */
  readonly #films = new Map<number, Film>();

  constructor(shots: readonly Shot[], format: ClipFormat) {
    this.#shots = shots;
    this.#format = format;
  }

  /** Draws a frame; the canvas may be the same as that of the frame before. */
  draw(index: number): Canvas {
    const number = Math.min(this.#shots.length - 1, Math.floor((index * this.#shots.length) / this.#format.frameCount));
    const since = index - this.#startOf(number);
    const canvas = this.#film(number).draw(since);
    const fades = number > 0 && this.#shots[number]?.enter === 'fade' && since < FADE;
    if (!fades) {
      this.#films.delete(number - 1);
      return canvas;
    }
    const before = this.#film(number - 1).draw(index - this.#startOf(number - 1));
    const pen = canvas.getContext('2d');
    pen.save();
    pen.globalAlpha = 1 - (since + 1) / (FADE + 1);
    pen.drawImage(before, 0, 0);
    pen.restore();
    return canvas;
  }

  #startOf(number: number): number {
    return Math.ceil((number * this.#format.frameCount) / this.#shots.length);
  }

  #film(number: number): Film {
    const known = this.#films.get(number);
    if (known) return known;
    const { scene } = this.#shots[number] as Shot;
    const frameCount = this.#startOf(number + 1) - this.#startOf(number);
    const film = new Film(scene, { ...this.#format, frameCount });
    this.#films.set(number, film);
    return film;
  }
}

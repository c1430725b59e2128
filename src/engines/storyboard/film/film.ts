import { createCanvas } from '@napi-rs/canvas';
import type { Canvas } from '@napi-rs/canvas';
import { FiguresLayer } from '../cast/figures-layer.ts';
import { FRAME_RATE } from '../clip-format.ts';
import type { ClipFormat } from '../clip-format.ts';
import { SETS } from '../places/index.ts';
import type { Scenery } from '../places/index.ts';
import type { CameraName, Scene } from '../scene.ts';
import type { Pen } from '../stage/pen.ts';
import { stageFor } from '../stage/stage.ts';
import { wash } from '../stage/tint.ts';
import type { Layer, Moment, Stage } from '../stage/stage.ts';
import { fallingWeather } from '../weather/index.ts';
import { overlay } from './caption.ts';
import { Mirror } from './mirror.ts';

/** How near the camera is at the start and at the end. */
const ZOOM: Readonly<Record<CameraName, readonly [number, number]>> = {
  drift: [1, 1.055],
  pushIn: [1, 1.38],
  pullOut: [1.38, 1],
  pan: [1.05, 1.05],
};
const PAN_PACE = 40;
/** The wet ground begins behind the hero, so many units above its feet. */
const WET_ABOVE_FLOOR = 20;

/** Draws the frames of a scene. The same scene and format give the same pixels. The font must be registered. */
export class Film {
  readonly #stage: Stage;
  readonly #frameCount: number;
  readonly #set: Scenery;
  readonly #figures: FiguresLayer;
  readonly #weather: readonly Layer[];
  readonly #overlay: Canvas;
  readonly #mirror: Mirror | undefined;
  readonly #canvas: Canvas;
  readonly #pen: Pen;

  constructor(scene: Scene, format: ClipFormat) {
    const stage = stageFor(scene, format);
    this.#stage = stage;
    this.#frameCount = format.frameCount;
    this.#canvas = createCanvas(format.width, format.height);
    this.#pen = this.#canvas.getContext('2d');
    this.#set = SETS[scene.place](stage);
    this.#figures = new FiguresLayer(stage, this.#set);
    this.#weather = scene.place === 'room' ? [] : fallingWeather(stage);
    this.#overlay = overlay(stage);
    const isWet = scene.weather === 'rain' || scene.weather === 'thunder';
    this.#mirror =
      isWet && this.#set.surface === 'paved' ? new Mirror(stage, this.#set.floor - WET_ABOVE_FLOOR) : undefined;
  }

  /** Draws a frame; the canvas is the same each time. */
  draw(index: number): Canvas {
    const pen = this.#pen;
    const { scale, scene } = this.#stage;
    const time = index / FRAME_RATE;
    const pan = scene.camera === 'pan' ? PAN_PACE : 0;
    const moment: Moment = { time, travel: time * (this.#figures.pace + pan) };
    pen.save();
    pen.scale(scale, scale);
    pen.save();
    this.#aim(pen, index);
    for (const layer of this.#set.behind) layer(pen, moment);
    this.#perform(pen, moment);
    for (const layer of this.#set.inFront) layer(pen, moment);
    pen.restore();
    for (const layer of this.#weather) layer(pen, moment);
    if (scene.palette) wash(pen, scene.palette, this.#stage);
    pen.drawImage(this.#overlay, 0, 0, this.#overlay.width / scale, this.#overlay.height / scale);
    pen.restore();
    return this.#canvas;
  }

  #aim(pen: Pen, index: number): void {
    const [start, end] = ZOOM[this.#stage.scene.camera];
    const share = index / Math.max(1, this.#frameCount - 1);
    const zoom = start + (end - start) * share * share * (3 - 2 * share);
    const x = this.#stage.width * 0.48;
    const y = this.#set.floor - 40;
    pen.translate(x, y);
    pen.scale(zoom, zoom);
    pen.translate(-x, -y);
  }

  #perform(pen: Pen, moment: Moment): void {
    const { floor } = this.#set;
    const sheet = this.#figures.sheetAt(moment);
    const showCast = (to: Pen) =>
      to.drawImage(sheet, 0, 0, sheet.width / this.#stage.scale, sheet.height / this.#stage.scale);
    if (this.#mirror) {
      // Painting the set again is cheaper than taking a picture of the frame, which copies all its pixels twice.
      const showSet = (to: Pen) => this.#set.behind.forEach((layer) => layer(to, moment));
      this.#mirror.reflect(
        pen,
        showSet,
        {
          axis: floor - WET_ABOVE_FLOOR,
          squeeze: 0.4,
          opacity: 0.95,
          kind: 'shine',
        },
        moment.time,
      );
      this.#mirror.reflect(pen, showCast, { axis: floor, squeeze: 0.5, opacity: 0.5, kind: 'image' }, moment.time);
    }
    this.#figures.shadows(pen, moment);
    showCast(pen);
  }
}

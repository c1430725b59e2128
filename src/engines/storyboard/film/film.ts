import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { FiguresLayer } from '../cast/figures-layer.ts';
import { type ClipFormat, FRAME_RATE } from '../clip-format.ts';
import { buildPlace, placeLight, placeTraits, type Scenery } from '../places/index.ts';
import type { Scene } from '../scene.ts';
import { type Layer, type Moment, type Pen, type Stage, stageFor, wash } from '../stage/index.ts';
import { framesHeld, styleFilter, type StyleFilter } from '../style/index.ts';
import { fallingWeather } from '../weather/index.ts';
import { aimOf, turnTo } from './camera.ts';
import { vignette } from './vignette.ts';
import { Mirror } from './mirror.ts';

/** The wet ground begins behind the hero, so many units above its feet. */
const WET_ABOVE_FLOOR = 20;
const SLOW = 0.4;

/** Draws the frames of a scene. The same scene and format give the same pixels. The font must be registered. */
export class Film {
  readonly #stage: Stage;
  readonly #frameCount: number;
  readonly #set: Scenery;
  readonly #figures: FiguresLayer;
  readonly #weather: readonly Layer[];
  readonly #vignette: Canvas;
  readonly #filter: StyleFilter | undefined;
  readonly #mirror: Mirror | undefined;
  readonly #canvas: Canvas;
  readonly #pen: Pen;
  #shown: number | undefined;

  constructor(scene: Scene, format: ClipFormat) {
    const traits = placeTraits(scene.place);
    const stage = stageFor(scene, format, (light, time) => placeLight(scene.place, light, time));
    this.#stage = stage;
    this.#frameCount = format.frameCount;
    this.#canvas = createCanvas(format.width, format.height);
    this.#pen = this.#canvas.getContext('2d');
    this.#set = buildPlace(scene.place, stage);
    this.#figures = new FiguresLayer(stage, this.#set);
    this.#weather = traits.weather === undefined ? fallingWeather(stage) : [];
    this.#vignette = vignette(stage);
    this.#filter = styleFilter(scene.style, format, scene.seed);
    const isWet = scene.weather === 'rain' || scene.weather === 'thunder';
    this.#mirror =
      isWet && this.#set.surface === 'paved' ? new Mirror(stage, this.#set.floor - WET_ABOVE_FLOOR) : undefined;
  }

  /** Draws a frame; the canvas is the same each time. */
  draw(index: number): Canvas {
    const shown = index - (index % framesHeld(this.#stage.scene.style));
    if (shown !== this.#shown) this.#draw(shown);
    this.#shown = shown;
    return this.#canvas;
  }

  #draw(index: number): void {
    const pen = this.#pen;
    const { scale, scene } = this.#stage;
    const time = (index / FRAME_RATE) * (scene.isSlow ? SLOW : 1);
    // In a fade a shot is drawn beyond its last frame: its share ends at 1.
    const share = Math.min(1, index / Math.max(1, this.#frameCount - 1));
    const aim = aimOf(scene.camera, share, index / FRAME_RATE);
    const moment: Moment = { time, share, travel: time * this.#figures.pace + (index / FRAME_RATE) * aim.drift };
    pen.save();
    pen.scale(scale, scale);
    pen.save();
    turnTo(pen, aim, this.#stage, this.#set.floor);
    for (const layer of this.#set.behind) layer(pen, moment);
    this.#perform(pen, moment);
    for (const layer of this.#set.inFront) layer(pen, moment);
    pen.restore();
    for (const layer of this.#weather) layer(pen, moment);
    if (scene.palette) wash(pen, scene.palette, this.#stage);
    pen.restore();
    this.#filter?.(this.#canvas, index);
    pen.drawImage(this.#vignette, 0, 0);
  }

  #perform(pen: Pen, moment: Moment): void {
    const { floor } = this.#set;
    const showCast = this.#figures.castAt(moment);
    if (this.#mirror) {
      // Painting the set again is cheaper than taking a picture of the frame, which copies all its pixels twice.
      const showSet = (to: Pen) => this.#set.behind.forEach((layer) => layer(to, moment));
      const wet = floor - WET_ABOVE_FLOOR;
      this.#mirror.reflect(pen, showSet, { axis: wet, squeeze: 0.4, opacity: 0.95, kind: 'shine' }, moment.time);
      this.#mirror.reflect(pen, showCast, { axis: floor, squeeze: 0.5, opacity: 0.5, kind: 'image' }, moment.time);
    }
    this.#figures.shadows(pen, moment);
    showCast(pen);
  }
}

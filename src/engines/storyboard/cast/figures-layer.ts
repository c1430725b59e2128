import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { isAlive, kindOf } from '../library/subject-kinds.ts';
import { traitsOf } from '../library/traits.ts';
import type { Scenery } from '../places/index.ts';
import { HEXES } from '../read/vocabulary.ts';
import type { CastMember, PropName } from '../scene.ts';
import { at, fade, gesturing, oval, sumsOf, tonesOf } from '../stage/index.ts';
import type { Gesture, Moment, Pen, Point, Stage } from '../stage/index.ts';
import type { Figure } from '../subjects/index.ts';
import { ACTS } from './acts.ts';
import { garment, rising, speech, wings, worn } from './extras.ts';
import { type Actor, placeCast } from './placement.ts';

/** How far what a figure wears reaches beyond it, and beyond what is smaller than most, in its own units. */
const BEYOND = 70;
const LEAST = { reach: 85, height: 128 } as const;

/** The cast, drawn on a sheet of its own so that it can be lit and mirrored. */
export class FiguresLayer {
  readonly #stage: Stage;
  readonly #set: Scenery;
  readonly #actors: readonly Actor[];
  readonly #sheet: Canvas;
  readonly #pen: Pen;

  constructor(stage: Stage, set: Scenery) {
    this.#stage = stage;
    this.#set = set;
    this.#actors = placeCast(stage, set);
    this.#sheet = createCanvas(Math.ceil(stage.width * stage.scale), Math.ceil(stage.height * stage.scale));
    this.#pen = this.#sheet.getContext('2d');
    this.#pen.scale(stage.scale, stage.scale);
  }

  /** Units a second by which the world passes the hero. */
  get pace(): number {
    return Math.max(0, ...this.#actors.map(({ motion }) => ACTS[motion].pace));
  }

  /** Draws the cast at a moment, on clear ground. What is given back shows it, until it is asked for the next one. */
  castAt(moment: Moment): (pen: Pen) => void {
    const { width, height, scale } = this.#stage;
    const pen = this.#pen;
    pen.clearRect(0, 0, width + 1, height + 1);
    const corners = this.#actors.flatMap((actor) => this.#play(pen, actor, moment));
    // Light and a picture of the whole sheet would take as long as all that stands behind the cast.
    const [left, right] = spanOf(corners, 0, this.#sheet.width);
    const [top, bottom] = spanOf(corners, 1, this.#sheet.height);
    const [wide, tall] = [right - left, bottom - top];
    if (wide <= 0 || tall <= 0) return () => undefined;
    const place = [left / scale, top / scale, wide / scale, tall / scale] as const;
    this.#light(pen, place);
    return (to) => to.drawImage(this.#sheet, left, top, wide, tall, ...place);
  }

  /** The shadows that the cast throws on the floor. */
  shadows(pen: Pen, moment: Moment): void {
    if (this.#set.surface === 'none' || this.#set.surface === 'water') return;
    for (const actor of this.#actors) {
      if (actor.member.stands && actor.y < this.#set.floor - 12) continue;
      const floor = Math.max(this.#set.floor, actor.y);
      const above = Math.max(0, floor - actor.y - (gestureOf(actor, moment).y ?? 0)) / 120;
      const reach = actor.figure.reach * actor.size * 0.72 * (1 - Math.min(0.5, above * 0.5));
      oval(pen, `rgba(12, 8, 36, ${0.3 - Math.min(0.18, above * 0.15)})`, actor.x, floor + 1, reach, reach * 0.1 + 2);
    }
  }

  /** Draws one of the cast, and says between which pixels. */
  #play(pen: Pen, actor: Actor, moment: Moment): readonly Point[] {
    const { figure, motion, size, member } = actor;
    let corners: readonly Point[] = [];
    gesturing(pen, { ...actor, middle: figure.height / 2 }, gestureOf(actor, moment), () => {
      corners = cornersOf(pen, figure);
      this.#paint(pen, actor, moment.time + actor.delay);
    });
    if (motion === 'sleep' && isAlive(member.subject))
      at(pen, [actor.x, actor.y, 0, size], () => rising(pen, 'snores', [10, -30], moment.time));
    return corners;
  }

  #paint(pen: Pen, { figure, motion, member, clothes, size }: Actor, now: number): void {
    const { basic, gait } = ACTS[motion];
    const { scene, scale } = this.#stage;
    const neck = figure.neck?.(basic);
    // A dress is painted as the clothes that somebody has; an animal has it before it.
    const isBody = ({ subject }: CastMember) => kindOf(member.subject) === 'head' && traitsOf(subject).worn === 'body';
    const dress = clothes.find(isBody);
    const colour = member.colour ?? dress?.colour;
    const hex = colour && HEXES[colour];
    if (motion === 'run') rising(pen, 'dust', [-0.6 * figure.reach, 0], now);
    const wears = (prop: PropName) => isAlive(member.subject) && scene.props.includes(prop);
    const isWinged = wears('wings') && kindOf(member.subject) !== 'wings';
    const needsWings = basic === 'fly' && neck && !figure.fliesByItself && !this.#set.isAirless;
    if (isWinged || needsWings) wings(pen, neck ?? [0, -0.6 * figure.height], now);
    if (wears('umbrella')) worn(pen, 'umbrella', neck ?? [0, -0.7 * figure.height], now);
    figure.paint(pen, {
      time: now,
      gait: now * gait,
      motion: basic,
      tones: tonesOf(hex ?? figure.colour),
      ...(hex !== undefined && { hex }),
      pixels: scale * size,
    });
    for (const each of clothes) if (neck && each !== dress) garment(pen, each, neck, now, scale * size);
    if (neck && scene.props.includes('scarf')) garment(pen, { subject: 'scarf' }, neck, now, scale * size);
    if (neck && this.#set.isAirless && isAlive(member.subject) && !/^(astronaut|robot|alien)$/.test(member.subject))
      worn(pen, 'helmet', neck, now);
    if (motion === 'dance' || motion === 'sing') rising(pen, 'notes', [0, 0], now);
    if (motion === 'talk') speech(pen, [0.6 * figure.reach, -figure.height], now);
  }

  /** What light and shade of the place do to the cast; less than to the set, so that the hero stays plain to see. */
  #light(pen: Pen, place: readonly [x: number, y: number, width: number, height: number]): void {
    const { light } = this.#stage;
    pen.save();
    pen.beginPath();
    pen.rect(...place);
    pen.clip();
    pen.globalCompositeOperation = 'source-atop';
    pen.fillStyle = fade(light.shade, light.shadeStrength * 0.24);
    pen.fillRect(...place);
    this.#set.tintCast(pen);
    pen.restore();
  }
}

function gestureOf(actor: Actor, { time, share }: Moment): Gesture {
  return sumsOf(ACTS[actor.motion].moves ?? {}, time + actor.delay, share);
}

/** Between which pixels there can be something of a figure, with its wings, notes and umbrella. */
function cornersOf(pen: Pen, figure: Figure): readonly Point[] {
  const { a, b, c, d, e, f } = pen.getTransform();
  const aside = Math.max(figure.reach, LEAST.reach) + BEYOND;
  const above = Math.max(figure.height, LEAST.height) + BEYOND;
  const at = (x: number, y: number): Point => [a * x + c * y + e, b * x + d * y + f];
  return [-aside, aside].flatMap((x) => [at(x, -above), at(x, BEYOND / 2)]);
}

/** From where to where they are on an axis, as far as a sheet has pixels. */
function spanOf(corners: readonly Point[], axis: 0 | 1, most: number): readonly [number, number] {
  const pixels = corners.map((corner) => Math.round(Math.min(most, Math.max(0, corner[axis]))));
  return [Math.min(...pixels), Math.max(...pixels)];
}

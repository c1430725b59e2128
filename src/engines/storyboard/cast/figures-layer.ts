import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { isAlive } from '../library/subject-kinds.ts';
import type { Scenery } from '../places/index.ts';
import { HEXES } from '../read/vocabulary.ts';
import { at, fade, type Moment, oval, type Pen, type Stage, tonesOf } from '../stage/index.ts';
import { ACTS, type Gesture } from './acts.ts';
import { dust, helmet, notes, scarf, snores, speech, umbrella, wings } from './extras.ts';
import { type Actor, placeCast } from './placement.ts';

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

  /** The cast at a moment, on clear ground as large as the stage. */
  sheetAt(moment: Moment): Canvas {
    const pen = this.#pen;
    pen.clearRect(0, 0, this.#stage.width + 1, this.#stage.height + 1);
    for (const actor of this.#actors) this.#play(pen, actor, moment);
    this.#light(pen);
    return this.#sheet;
  }

  /** The shadows that the cast throws on the floor. */
  shadows(pen: Pen, moment: Moment): void {
    if (this.#set.surface === 'none' || this.#set.surface === 'water') return;
    for (const actor of this.#actors) {
      if (actor.isCarried && actor.y < this.#set.floor - 12) continue;
      const floor = Math.max(this.#set.floor, actor.y);
      const above = Math.max(0, floor - actor.y - (gestureOf(actor, moment).y ?? 0)) / 120;
      const reach = actor.figure.reach * actor.size * 0.72 * (1 - Math.min(0.5, above * 0.5));
      oval(pen, `rgba(12, 8, 36, ${0.3 - Math.min(0.18, above * 0.15)})`, actor.x, floor + 1, reach, reach * 0.1 + 2);
    }
  }

  #play(pen: Pen, actor: Actor, moment: Moment): void {
    const { motion, size } = actor;
    const gesture = gestureOf(actor, moment);
    const middle = actor.figure.height / 2;
    const x = actor.x + (gesture.x ?? 0) * size * actor.facing;
    const y = actor.y + (gesture.y ?? 0) * size;
    at(pen, [x, y, (gesture.angle ?? 0) * actor.facing, size], () => {
      pen.scale((1 + (gesture.wide ?? 0)) * actor.facing, 1 + (gesture.tall ?? 0));
      pen.translate(0, -middle);
      pen.rotate(gesture.turn ?? 0);
      pen.translate(0, middle);
      this.#paint(pen, actor, moment.time + actor.delay);
    });
    if (motion === 'sleep' && isAlive(actor.member.subject))
      at(pen, [actor.x, actor.y, 0, size], () => snores(pen, [10, -30], moment.time));
  }

  #paint(pen: Pen, { figure, motion, member, size }: Actor, now: number): void {
    const { basic, gait } = ACTS[motion];
    const { scene, scale } = this.#stage;
    const neck = figure.neck?.(basic);
    const blink = now % 2.6;
    const hex = member.colour && HEXES[member.colour];
    dust(pen, motion, figure.reach, now);
    if (basic === 'fly' && neck && !figure.fliesByItself && !this.#set.isAirless) wings(pen, neck, now);
    if (isAlive(member.subject) && scene.props.includes('umbrella'))
      umbrella(pen, neck ?? [0, -0.7 * figure.height], now);
    figure.paint(pen, {
      time: now,
      gait: now * gait,
      motion: basic,
      tones: tonesOf(hex ?? figure.colour),
      ...(hex !== undefined && { hex }),
      lids: blink < 0.16 ? Math.sin((blink / 0.16) * Math.PI) : 0,
      pixels: scale * size,
    });
    if (neck && scene.props.includes('scarf')) scarf(pen, neck, now);
    if (neck && this.#set.isAirless && isAlive(member.subject) && !/^(astronaut|robot|alien)$/.test(member.subject))
      helmet(pen, neck);
    if (motion === 'dance' || motion === 'sing') notes(pen, now);
    if (motion === 'talk') speech(pen, [0.6 * figure.reach, -figure.height], now);
  }

  /** What light and shade of the place do to the cast; less than to the set, so that the hero stays plain to see. */
  #light(pen: Pen): void {
    const { light, width, height } = this.#stage;
    pen.save();
    pen.globalCompositeOperation = 'source-atop';
    pen.fillStyle = fade(light.shade, light.shadeStrength * 0.24);
    pen.fillRect(0, 0, width + 1, height + 1);
    this.#set.tintCast(pen);
    pen.restore();
  }
}

function gestureOf(actor: Actor, { time, share }: Moment): Gesture {
  return ACTS[actor.motion].gesture?.(time + actor.delay, share) ?? {};
}

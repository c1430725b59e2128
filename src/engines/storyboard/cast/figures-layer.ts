import { createCanvas } from '@napi-rs/canvas';
import type { Canvas } from '@napi-rs/canvas';
import type { Scenery } from '../places/index.ts';
import { COLOURS } from '../read/colours.ts';
import type { MotionName } from '../scene.ts';
import { fade, tonesOf } from '../stage/colour.ts';
import { at, oval } from '../stage/pen.ts';
import type { Pen } from '../stage/pen.ts';
import type { Moment, Stage } from '../stage/stage.ts';
import { placeCast, PACE } from './placement.ts';
import type { Actor } from './placement.ts';
import { dust, helmet, notes, scarf, snores, umbrella, wings } from './extras.ts';

/** Radians a second of a step. */
const GAIT: Readonly<Record<MotionName, number>> = {
  walk: 6.4,
  run: 13,
  fly: 5,
  jump: 6.4,
  dance: 5.6,
  swim: 4.4,
  float: 1.7,
  sleep: 1,
  drive: 9,
  stay: 1.4,
};

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
    return PACE[this.#actors[0]?.motion ?? 'stay'];
  }

  /** The cast at a moment, on clear ground as large as the stage. */
  sheetAt(moment: Moment): Canvas {
    const pen = this.#pen;
    pen.clearRect(0, 0, this.#stage.width + 1, this.#stage.height + 1);
    for (const actor of [...this.#actors].reverse()) this.#play(pen, actor, moment);
    this.#light(pen);
    return this.#sheet;
  }

  /** The shadows that the cast throws on the floor. */
  shadows(pen: Pen, { time }: Moment): void {
    if (this.#set.surface === 'none' || this.#set.surface === 'water') return;
    for (const actor of this.#actors) {
      const above = Math.max(0, this.#set.floor - actor.y - leapOf(actor, time)) / 120;
      const reach = actor.figure.reach * actor.size * 0.72 * (1 - Math.min(0.5, above * 0.5));
      oval(
        pen,
        `rgba(12, 8, 36, ${0.3 - Math.min(0.18, above * 0.15)})`,
        actor.x,
        this.#set.floor + 1,
        reach,
        reach * 0.1 + 2,
      );
    }
  }

  #play(pen: Pen, actor: Actor, { time }: Moment): void {
    const { figure, motion, member } = actor;
    const now = time + actor.delay;
    const gait = now * GAIT[motion];
    const blink = now % 2.6;
    const neck = figure.neck?.(motion);
    const { scene, light } = this.#stage;
    const isAfloat = this.#set.surface === 'water' && motion !== 'fly';
    at(
      pen,
      actor.x,
      actor.y + leapOf(actor, time),
      () => {
        dust(pen, motion, figure.reach, now);
        if (motion === 'fly' && neck && !figure.fliesByItself) wings(pen, neck, now);
        if (neck && scene.props.includes('umbrella')) umbrella(pen, neck, now);
        figure.paint(pen, {
          time: now,
          gait,
          motion,
          tones: tonesOf(member.colour ? COLOURS[member.colour].hex : figure.colour),
          lids: blink < 0.16 ? Math.sin((blink / 0.16) * Math.PI) : 0,
          isLit: light.areLampsLit,
        });
        if (neck && scene.props.includes('scarf')) scarf(pen, neck, now);
        if (neck && (scene.place === 'space' || scene.place === 'moon') && member.subject !== 'robot')
          helmet(pen, neck);
        if (neck && motion === 'sleep') snores(pen, neck, now);
        if (motion === 'dance') notes(pen, now);
      },
      isAfloat || motion === 'float' ? Math.sin(now * 1.5) * 0.05 : 0,
      actor.size,
    );
  }

  /** What light and shade of the place do to the cast; less than to the set, so that the hero stays plain to see. */
  #light(pen: Pen): void {
    const { light, width, height, scene } = this.#stage;
    pen.save();
    pen.globalCompositeOperation = 'source-atop';
    pen.fillStyle = fade(light.shade, light.shadeStrength * 0.24);
    pen.fillRect(0, 0, width + 1, height + 1);
    if (scene.place === 'neon') {
      const signs = pen.createLinearGradient(width * 0.28, 0, width * 0.66, 0);
      signs.addColorStop(0, 'rgba(255, 70, 170, 0.3)');
      signs.addColorStop(0.4, 'rgba(255, 70, 170, 0)');
      signs.addColorStop(0.7, 'rgba(60, 220, 255, 0)');
      signs.addColorStop(1, 'rgba(60, 220, 255, 0.26)');
      pen.fillStyle = signs;
      pen.fillRect(0, 0, width + 1, height + 1);
    }
    pen.restore();
  }
}

/** How far an actor is above its place right now: negative is up. */
function leapOf({ motion, delay, element, size }: Actor, time: number): number {
  const now = time + delay;
  if (motion === 'jump') return -Math.abs(Math.sin(now * 3.2)) * 56 * size;
  const hovers =
    motion === 'fly' || motion === 'float' || motion === 'swim' || (element === 'air' && motion !== 'stay');
  return hovers ? Math.sin(now * 1.9) * 8 : 0;
}

import { type Canvas, createCanvas } from '@napi-rs/canvas';
import type { Pen } from '../stage/index.ts';
import { boundsOf } from './drawing-bounds.ts';
import { drawingOf, type DrawingPath } from './library.ts';
import { paintPaths } from './paint-paths.ts';
import { recoloured } from './recolour.ts';

/** The side of the square that drawings are made in. */
const SIDE = 32;

/** A drawing that is painted once, and shown many times. */
export interface Sprite {
  /** A square. */
  readonly canvas: Canvas;
  /** Shows it as a square of so many units a side, its lower edge at the origin, its middle above it. */
  show(pen: Pen, side: number): void;
}

const sprites = new Map<string, Sprite>();
const MOST_KEPT = 60;

/**
 * The sprite of a drawing, painted at the first call.
 * @param pixels How many pixels a side it is shown at, at most.
 * @param colour Absent: its own colours.
 */
export function spriteOf(name: string, pixels: number, colour?: string): Sprite {
  // A few sizes only, so that neighbours share one.
  const side = Math.min(768, Math.max(48, Math.ceil(pixels / 48) * 48));
  const key = `${name} ${side} ${colour ?? ''}`;
  const known = sprites.get(key);
  if (known) return known;
  const { paths } = drawingOf(name);
  const sprite = paint(colour ? recoloured(paths, colour) : paths, side, 1 - boundsOf(name).bottom);
  // The oldest goes first: a map keeps the order in which it was filled.
  if (sprites.size >= MOST_KEPT) sprites.delete(sprites.keys().next().value ?? '');
  sprites.set(key, sprite);
  return sprite;
}

/** @param lift How far its lowest point is above the edge, as a share of the side: it is painted that much lower, to stand. */
function paint(paths: readonly DrawingPath[], side: number, lift: number): Sprite {
  const canvas = createCanvas(side, side);
  const pen = canvas.getContext('2d');
  pen.translate(0, lift * side);
  pen.scale(side / SIDE, side / SIDE);
  paintPaths(pen, paths);
  return { canvas, show: (to, units) => to.drawImage(canvas, -units / 2, -units, units, units) };
}

import type { SKRSContext2D } from '@napi-rs/canvas';
import { fade } from './colour.ts';

/** What everything is drawn with. */
export type Pen = SKRSContext2D;

/** A point in stage units. */
export type Point = readonly [x: number, y: number];

/** Points one after another: `[x, y, x, y]`, or pairs. */
export type Outline = readonly number[] | readonly Point[];

/** Where something is drawn: moved, then turned by radians, then made larger. */
export type Place = readonly [x: number, y: number, angle?: number, size?: number];

/** Draws with the pen moved, and puts the pen back. */
export function at(pen: Pen, [x, y, angle = 0, size = 1]: Place, draw: () => void): void {
  pen.save();
  pen.translate(x, y);
  if (angle !== 0) pen.rotate(angle);
  if (size !== 1) pen.scale(size, size);
  draw();
  pen.restore();
}

/** A filled ellipse. */
export function oval(pen: Pen, fill: string, x: number, y: number, rx: number, ry = rx, angle = 0): void {
  pen.fillStyle = fill;
  pen.beginPath();
  pen.ellipse(x, y, Math.abs(rx), Math.abs(ry), angle, 0, Math.PI * 2);
  pen.fill();
}

/** A filled rectangle with round corners. */
export function box(pen: Pen, fill: string, x: number, y: number, width: number, height: number, radius = 0): void {
  pen.fillStyle = fill;
  pen.beginPath();
  pen.roundRect(x, y, width, height, radius);
  pen.fill();
}

/** A filled polygon. */
export function polygon(pen: Pen, fill: Pen['fillStyle'], points: Outline): void {
  pen.fillStyle = fill;
  trace(pen, points);
  pen.closePath();
  pen.fill();
}

/** A line with round ends through points. */
export function line(pen: Pen, stroke: string, width: number, points: Outline): void {
  ink(pen, stroke, width);
  trace(pen, points);
  pen.stroke();
}

/** A smooth line with round ends from a point over a bend to a point. */
export function bow(pen: Pen, stroke: string, width: number, from: Point, bend: Point, to: Point): void {
  ink(pen, stroke, width);
  pen.beginPath();
  pen.moveTo(...from);
  pen.quadraticCurveTo(...bend, ...to);
  pen.stroke();
}

/** A stroked part of a circle; angles in radians, clockwise from the right. */
export function arc(pen: Pen, stroke: string, width: number, [x, y]: Point, r: number, from: number, to: number): void {
  ink(pen, stroke, width);
  pen.beginPath();
  pen.arc(x, y, r, from, to);
  pen.stroke();
}

/** A filled shape; `draw` traces its outline, and what `inside` paints ends there. */
export function shape(pen: Pen, fill: string, draw: () => void, inside: () => void = () => undefined): void {
  pen.save();
  pen.fillStyle = fill;
  pen.beginPath();
  draw();
  pen.fill();
  pen.clip();
  inside();
  pen.restore();
}

/** A soft round light; `strength` is how opaque its middle is, 0 to 1. */
export function glow(pen: Pen, hex: string, strength: number, [x, y]: Point, radius: number): void {
  const gradient = pen.createRadialGradient(x, y, 0, x, y, radius);
  gradient.addColorStop(0, fade(hex, strength));
  gradient.addColorStop(1, fade(hex, 0));
  pen.fillStyle = gradient;
  pen.fillRect(x - radius, y - radius, radius * 2, radius * 2);
}

/** A gradient from top to bottom, its colours evenly spread. */
export function downward(pen: Pen, top: number, bottom: number, colours: readonly string[]): Gradient {
  const gradient = pen.createLinearGradient(0, top, 0, bottom);
  colours.forEach((colour, index) => gradient.addColorStop(index / Math.max(1, colours.length - 1), colour));
  return gradient;
}

type Gradient = ReturnType<Pen['createLinearGradient']>;

function ink(pen: Pen, stroke: string, width: number): void {
  pen.strokeStyle = stroke;
  pen.lineWidth = width;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
}

function trace(pen: Pen, points: Outline): void {
  const flat = points.flat();
  pen.beginPath();
  // The first point is only moved to.
  for (let at = 0; at < flat.length; at += 2) pen.lineTo(flat[at] as number, flat[at + 1] as number);
}

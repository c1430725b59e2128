import { at, type Pen } from './pen.ts';
import type { Waves } from './waves.ts';

/** How something is moved as a whole: by units, by radians around its feet (`angle`) and its middle (`turn`), and made wider and taller by shares. */
export type Gesture = Readonly<Partial<Record<'x' | 'y' | 'angle' | 'turn' | 'wide' | 'tall', number>>>;

/** A gesture at each moment. */
export type Gestures = Waves<keyof Gesture>;

/** What makes a gesture. */
export interface Gesturing {
  /** Where its feet are. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** −1: it is shown the other way round. */
  readonly facing: 1 | -1;
  /** How far its middle is above its feet. */
  readonly middle: number;
}

/** Draws something in the midst of a gesture. */
export function gesturing(pen: Pen, who: Gesturing, gesture: Gesture, draw: () => void): void {
  const { facing, size, middle } = who;
  const { x = 0, y = 0, angle = 0, turn = 0, wide = 0, tall = 0 } = gesture;
  at(pen, [who.x + x * size * facing, who.y + y * size, angle * facing, size], () => {
    pen.scale((1 + wide) * facing, 1 + tall);
    pen.translate(0, -middle);
    pen.rotate(turn);
    pen.translate(0, middle);
    draw();
  });
}

import { readFileSync } from 'node:fs';
import type KINDS from './kinds.json';

/**
 * How something moves, and how it stands in a scene. A `face` is one alone, to which a body is drawn, and a `head` a human
 * one; a `bust` gets legs, and a `figure` is somebody from head to foot who is doing something.
 */
export type DrawingKind = keyof typeof KINDS;

/**
 * An outline: its colour, an SVG path, and where they differ from 1, 0 and a filled outline, opacity, even-odd, and how wide
 * its line is. Those of drawings are in a square of 32 units.
 */
export type DrawingPath = readonly [colour: string, path: string, opacity?: number, isEvenOdd?: number, line?: number];

/** Something that can be drawn. */
export interface Drawing {
  readonly kind: DrawingKind;
  /** Its name in Chinese. */
  readonly zh: string;
  /** Its name in English, in lower case. */
  readonly en: string;
  readonly paths: readonly DrawingPath[];
}

let drawings: ReadonlyMap<string, Drawing> | undefined;

/** All drawings by their name, ours among them. Read from the disk at the first call, which takes some 15 ms. */
export function allDrawings(): ReadonlyMap<string, Drawing> {
  return (drawings ??= new Map([...read('drawings.json'), ...read('own-drawings.json')]));
}

function read(file: string): readonly (readonly [string, Drawing])[] {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  return Object.entries(JSON.parse(text) as Readonly<Record<string, Drawing>>);
}

/** The drawing of a name that is in the library. */
export function drawingOf(name: string): Drawing {
  const drawing = allDrawings().get(name);
  if (!drawing) throw new Error(`There is no drawing of “${name}”.`);
  return drawing;
}

import type { ClipFormat } from '../clip-format.ts';
import type { StyleName } from '../scene.ts';
import { inkOnPaper, sketchOnPaper, watercolourOnPaper, woodblockOnPaper } from './papers.ts';
import { animated, blackAndWhite, filmed, glowing, pixelated } from './grades.ts';
import { brushed } from './strokes.ts';
import type { StyleFilter } from './pixels.ts';

export type { StyleFilter } from './pixels.ts';

type MakeFilter = (format: ClipFormat, seed: number) => StyleFilter;

const FILTERS: Readonly<Record<StyleName, MakeFilter | undefined>> = {
  plain: undefined,
  watercolour: watercolourOnPaper,
  ink: inkOnPaper,
  oil: (format, seed) => brushed(format, seed, { swirl: 0, vivid: 1.12 }),
  vanGogh: (format, seed) => brushed(format, seed, { swirl: 1, vivid: 1.4 }),
  ukiyoe: woodblockOnPaper,
  pixel: pixelated,
  film: filmed,
  blackWhite: blackAndWhite,
  sketch: sketchOnPaper,
  neonGlow: glowing,
  anime: animated,
};

/** What a hand paints slowly is shown as animators do who paint, each picture for two frames; so slow were old cameras, too. */
const ON_TWOS: ReadonlySet<StyleName> = new Set(['oil', 'vanGogh', 'ukiyoe', 'watercolour', 'ink', 'sketch', 'film']);

/** For how many frames each picture of a style is shown. */
export function framesHeld(style: StyleName): number {
  return ON_TWOS.has(style) ? 2 : 1;
}

/** The filter of a style for clips of one format, or undefined where there is nothing to change. */
export function styleFilter(style: StyleName, format: ClipFormat, seed: number): StyleFilter | undefined {
  return FILTERS[style]?.(format, seed);
}

import { swarm } from '../weather/index.ts';
import { backdrop, type Layer, mix, openSky, type Stage, stars } from '../stage/index.ts';
import { aurora } from './effects/aurora.ts';
import { basin } from './effects/basin.ts';
import { beams } from './effects/beams.ts';
import { bulbs } from './effects/bulbs.ts';
import { card } from './effects/card.ts';
import { falls } from './effects/falls.ts';
import { spotlights } from './effects/spotlights.ts';
import { surf } from './effects/surf.ts';
import { weeds } from './effects/weeds.ts';
import { skyline } from './parts/buildings.ts';
import { houses } from './parts/houses.ts';
import { interior } from './parts/interior.ts';
import { motifs } from './parts/motifs.ts';
import { flowerBeds, grassInFront, trees } from './parts/plants.ts';
import { fixedProps, props } from './parts/props.ts';
import { dune, ground, hills, range } from './parts/relief.ts';
import { glitter, water, wave } from './parts/water.ts';

/** What can stand or move in a place, by its word in the files of `data/`. */
export const LAYERS = {
  sky: openSky,
  backdrop: (stage: Stage, { colours }: { readonly colours?: readonly string[] }) => {
    const { sky, shade, shadeStrength } = stage.light;
    return backdrop(stage, colours?.map((colour) => mix(colour, shade, shadeStrength)) ?? sky);
  },
  stars: (stage: Stage, { count }: { readonly count: number }) => stars(stage, count),
  aurora,
  basin,
  beams,
  bulbs,
  card,
  dune,
  falls,
  flowerBeds,
  glitter,
  grassInFront,
  ground,
  hills,
  houses,
  interior,
  motifs,
  props,
  range,
  skyline,
  spotlights,
  surf,
  swarm,
  things: fixedProps,
  trees,
  water,
  wave,
  weeds,
} as const satisfies Readonly<Record<string, (stage: Stage, look: never) => Layer | readonly Layer[]>>;

export type LayerKind = keyof typeof LAYERS;

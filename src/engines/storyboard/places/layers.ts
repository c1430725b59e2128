import { backdrop, type Layer, mix, openSky, type Stage, stars } from '../stage/index.ts';
import { aurora } from './effects/aurora.ts';
import { basin } from './effects/basin.ts';
import { beams, fireflies } from './effects/beams.ts';
import { bubbles } from './effects/bubbles.ts';
import { bulbs } from './effects/bulbs.ts';
import { card } from './effects/card.ts';
import { cloudBank } from './effects/cloud-bank.ts';
import { falls } from './effects/falls.ts';
import { flicker } from './effects/flicker.ts';
import { shoal } from './effects/shoal.ts';
import { spotlights } from './effects/spotlights.ts';
import { surf } from './effects/surf.ts';
import { weeds } from './effects/weeds.ts';
import { skyline } from './parts/buildings.ts';
import { nebula, shootingStar } from './parts/cosmos.ts';
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
  bubbles,
  bulbs,
  card,
  cloudBank,
  dune,
  falls,
  fireflies,
  flicker,
  flowerBeds,
  glitter,
  grassInFront,
  ground,
  hills,
  houses,
  interior,
  motifs,
  nebula,
  props,
  range,
  shoal,
  shootingStar,
  skyline,
  spotlights,
  surf,
  things: fixedProps,
  trees,
  water,
  wave,
  weeds,
} as const satisfies Readonly<Record<string, (stage: Stage, look: never) => Layer | readonly Layer[]>>;

export type LayerKind = keyof typeof LAYERS;

import type { Layer, Stage } from '../stage/stage.ts';

/** Everything of a scene but its cast, weather and caption. */
export interface Scenery {
  /** Where the hero's feet stand, in units from the top. */
  readonly floor: number;
  readonly behind: readonly Layer[];
  readonly inFront: readonly Layer[];
  /** What the floor does with the picture above it: rain makes `paved` floors shine, `water` always does. */
  readonly surface: 'plain' | 'paved' | 'water' | 'none';
}

/** Builds the set of one place. */
export type SceneryBuilder = (stage: Stage) => Scenery;

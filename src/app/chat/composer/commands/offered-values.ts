import { type ClipLimits, LARGEST_SEED } from '../../../clip-options/clip-limits.ts';
import type { OptionName } from '../../../clip-options/option-values.ts';
import { RATIOS } from '../../../clip-options/size-choices.ts';

const SECONDS = [3, 5, 8, 10, 15, 20, 30, 60];

/** The values that people are offered for an option of an engine, as they would write them. */
export function offeredValues(option: OptionName, limits: ClipLimits): readonly string[] {
  switch (option) {
    case 'seconds':
      return offeredSeconds(limits).map(String);
    case 'size':
      return limits.sizes ?? RATIOS;
    case 'seed':
      return [];
  }
}

/** A seed by chance, which is 0 to 1. */
export function randomSeed(chance: number): number {
  return Math.floor(chance * (LARGEST_SEED + 1));
}

/** The lengths that people are offered, in seconds. */
export function offeredSeconds({ seconds: { only, least, most } }: ClipLimits): readonly number[] {
  if (only !== undefined) return only;
  const usual = SECONDS.filter((each) => each >= least && each <= most);
  return usual.length > 1 ? usual : [...new Set([least, most])];
}

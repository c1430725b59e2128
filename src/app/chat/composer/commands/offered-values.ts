import { type ClipLimits, LARGEST_SEED } from '../../../clip-options/clip-limits.ts';
import { haveSameShape, parseSize } from '../../../clip-options/clip-size.ts';
import type { OptionName } from '../../../clip-options/option-values.ts';

const SECONDS = [3, 5, 8, 10, 15, 20, 30, 60];
const RATIOS = ['16:9', '9:16', '1:1', '4:3', '3:4'];

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

/** What people call the shape of a size: `16:9`; undefined where it has no usual name. */
export function shapeName(size: string): string | undefined {
  const read = parseSize(size);
  return RATIOS.find((ratio) => {
    const [width = 1, height = 1] = ratio.split(':').map(Number);
    return read !== undefined && haveSameShape(read, { width, height });
  });
}

/** A seed by chance, which is 0 to 1. */
export function randomSeed(chance: number): number {
  return Math.floor(chance * (LARGEST_SEED + 1));
}

function offeredSeconds({ seconds: { only, least, most } }: ClipLimits): readonly number[] {
  if (only !== undefined) return only;
  const usual = SECONDS.filter((each) => each >= least && each <= most);
  return usual.length > 1 ? usual : [...new Set([least, most])];
}

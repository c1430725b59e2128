import { nearestSeconds, type PromptOptions } from '../../services/index.ts';
import type { ClipLimits } from './clip-limits.ts';
import { parseSize, possibleSize } from './clip-size.ts';

/** The nearest length that there is, in seconds. */
export function possibleSeconds(asked: number, { seconds: { least, most, only = [] } }: ClipLimits): number {
  return nearestSeconds(asked, only.length > 0 ? only : { min: least, max: most });
}

/**
 * The options that an engine can do: of each the nearest, and none that it does not know. What is no option of a clip
 * stays as it is.
 */
export function fitOptions(options: PromptOptions, limits: ClipLimits): PromptOptions {
  const { seconds, size, seed, ...others } = options;
  return {
    ...others,
    ...(seconds !== undefined && { seconds: possibleSeconds(seconds, limits) }),
    ...(size !== undefined && { size: fitSize(size, limits) }),
    ...(seed !== undefined && limits.hasSeed && { seed }),
  };
}

function fitSize(name: string, { sizes }: ClipLimits): string {
  const size = parseSize(name);
  return size === undefined || sizes?.includes(name) === true ? name : possibleSize(size, sizes);
}

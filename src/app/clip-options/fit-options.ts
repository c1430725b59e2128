import type { PromptOptions } from '../../services/index.ts';
import type { ClipLimits } from './clip-limits.ts';
import { clamp, nearestSize, parseSize, sizeName } from './clip-size.ts';

/** The nearest length that there is, in seconds. */
export function nearestSeconds(asked: number, { seconds }: ClipLimits): number {
  if (seconds.only === undefined || seconds.only.length === 0) return clamp(asked, seconds);
  return seconds.only.reduce((best, other) => (Math.abs(other - asked) < Math.abs(best - asked) ? other : best));
}

/**
 * The options that an engine can do: of each the nearest, and none that it does not know. What is no option of a clip
 * stays as it is.
 */
export function fitOptions(options: PromptOptions, limits: ClipLimits): PromptOptions {
  const { seconds, size, seed, ...others } = options;
  return {
    ...others,
    ...(seconds !== undefined && { seconds: nearestSeconds(seconds, limits) }),
    ...(size !== undefined && { size: fitSize(size, limits) }),
    ...(seed !== undefined && limits.hasSeed && { seed }),
  };
}

function fitSize(name: string, { sizes }: ClipLimits): string {
  const size = parseSize(name);
  return size === undefined || sizes?.includes(name) === true ? name : sizeName(nearestSize(size, sizes));
}

import { haveSameShape } from '../../services/index.ts';

/** The shapes that have a usual name. */
export const RATIOS = ['16:9', '9:16', '1:1', '4:3', '3:4'] as const;

/** What people call the shape of a size: `16:9`; undefined where it has no usual name. */
export function shapeName(size: string): string | undefined {
  return RATIOS.find((ratio) => haveSameShape(size, ratio.replace(':', 'x')));
}

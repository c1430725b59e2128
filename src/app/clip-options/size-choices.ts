import { haveSameShape } from '../../services/index.ts';
import { parseSize } from './clip-size.ts';

/** What is offered where an engine takes any size: two of each shape. */
const ANY_SIZES = [
  ...['640x360', '1280x720', '360x640', '720x1280', '480x480', '720x720'],
  ...['480x360', '960x720', '360x480', '720x960'],
] as const;

/** The shapes that have a usual name. */
export const RATIOS = ['16:9', '9:16', '1:1', '4:3', '3:4'] as const;

/** What people call the shape of a size: `16:9`; undefined where it has no usual name. */
export function shapeName(size: string): string | undefined {
  return RATIOS.find((ratio) => haveSameShape(size, ratio.replace(':', 'x')));
}

/** The sizes to choose from, of an engine that names them or of one that takes any; the first is its own choice. */
export function sizesToChoose(sizes: readonly string[] | undefined): readonly string[] {
  return sizes === undefined || sizes.length === 0 ? ANY_SIZES : sizes;
}

/** How fine a size is: the shorter of its sides, in pixels; 0 where it is no size. */
export function fineness(size: string): number {
  const { width, height } = parseSize(size) ?? { width: 0, height: 0 };
  return Math.min(width, height);
}

/** One size of each shape, in their order: the one about as fine as `like`. */
export function shapesOf(sizes: readonly string[], like: string): readonly string[] {
  const firsts = sizes.filter((size, index) => sizes.findIndex((other) => haveSameShape(size, other)) === index);
  return firsts.map((first) => (haveSameShape(first, like) ? like : nearest(sizesLike(sizes, first), fineness(like))));
}

/** The sizes of the same shape, the coarsest first. */
export function sizesLike(sizes: readonly string[], like: string): readonly string[] {
  return sizes.filter((size) => haveSameShape(size, like)).toSorted((one, other) => fineness(one) - fineness(other));
}

function nearest(sizes: readonly string[], wanted: number): string {
  return sizes.reduce((best, size) =>
    Math.abs(fineness(size) - wanted) < Math.abs(fineness(best) - wanted) ? size : best,
  );
}

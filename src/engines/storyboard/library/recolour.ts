import { Path2D } from '@napi-rs/canvas';
import { channels } from '../stage/index.ts';
import type { DrawingPath } from './library.ts';

type Hsl = readonly [hue: number, saturation: number, lightness: number];

/** Hues that differ by less than this, of 360, are the same paint in light and shade. */
const SAME_HUE = 36;
/** Below this a colour is grey, whatever its hue. */
const GREY = 0.16;

/**
 * A drawing in another colour: its main paint takes the new one, with its lights and shades; its other colours stay.
 */
export function recoloured(paths: readonly DrawingPath[], hex: string): readonly DrawingPath[] {
  const target = hslOf(hex);
  const mains = mainFills(paths).map(hslOf);
  return paths.map(([fill, ...rest]) => {
    const own = hslOf(fill);
    const main = mains.find((paint) => isSamePaint(own, paint));
    return main ? [hexOf(repaint(own, main, target)), ...rest] : [fill, ...rest];
  });
}

/** The fill that reaches farthest. */
export function mainFill(paths: readonly DrawingPath[]): string {
  return mainFills(paths)[0] ?? '#808080';
}

/**
 * The fills whose outlines take most room, near enough to the largest areas without painting anything: the largest, and
 * with it what is nearly as large, as the frame of a bicycle is beside its wheels.
 */
function mainFills(paths: readonly DrawingPath[]): readonly string[] {
  const sizes = new Map<string, number>();
  for (const [fill, path] of paths) {
    const [, saturation, lightness] = hslOf(fill);
    // Outlines and eyes are black, highlights white, metal grey: seldom what a thing is painted with.
    const [left, top, right, bottom] = new Path2D(path).computeTightBounds();
    const weight = lightness < 0.16 || lightness > 0.97 ? 0.3 : saturation < GREY ? 0.8 : 1;
    sizes.set(fill, Math.max(sizes.get(fill) ?? 0, (right - left) * (bottom - top) * weight));
  }
  const sorted = [...sizes].sort(([, one], [, other]) => other - one);
  const [first] = sorted;
  if (!first) return [];
  const others = sorted.slice(1, 3).filter(([fill, size]) => size > first[1] * 0.5 && hslOf(fill)[1] > GREY);
  return [first, ...others].map(([fill]) => fill);
}

function isSamePaint(own: Hsl, main: Hsl): boolean {
  if (main[1] < GREY) return own[1] < GREY && own[2] > 0.16;
  if (own[1] < GREY) return false;
  const apart = Math.abs(own[0] - main[0]);
  return Math.min(apart, 360 - apart) < SAME_HUE;
}

function repaint(own: Hsl, main: Hsl, target: Hsl): Hsl {
  // Light and shade stay as far apart as they are, a little less where the new colour is near black or white.
  const room = target[2] > 0.85 || target[2] < 0.3 ? 0.6 : 0.9;
  return [target[0], target[1], Math.min(0.98, Math.max(0.08, target[2] + (own[2] - main[2]) * room))];
}

function hslOf(hex: string): Hsl {
  const [red, green, blue] = channels(hex).map((channel) => channel / 255) as [number, number, number];
  const most = Math.max(red, green, blue);
  const range = most - Math.min(red, green, blue);
  const lightness = most - range / 2;
  if (range === 0) return [0, 0, lightness];
  const saturation = range / (1 - Math.abs(2 * lightness - 1));
  const sixths = [((green - blue) / range + 6) % 6, (blue - red) / range + 2, (red - green) / range + 4];
  return [(sixths[[red, green, blue].indexOf(most)] ?? 0) * 60, saturation, lightness];
}

function hexOf([hue, saturation, lightness]: Hsl): string {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (shift: number) => {
    const at = (shift + hue / 30) % 12;
    return Math.round(255 * (lightness - reach * Math.max(-1, Math.min(at - 3, 9 - at, 1))));
  };
  return `#${[0, 8, 4].map((shift) => channel(shift).toString(16).padStart(2, '0')).join('')}`;
}

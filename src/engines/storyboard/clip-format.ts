import type { PromptOptions } from '../../protocol/index.ts';

/** Frames in a second of every clip. */
export const FRAME_RATE = 24;

/** How large and how long a clip is. */
export interface ClipFormat {
  /** Pixels, even. */
  readonly width: number;
  /** Pixels, even. */
  readonly height: number;
  readonly frameCount: number;
}

const SECONDS = { least: 1, most: 10, usual: 4 };
const SIDE = { least: 128, most: 1280 };
const USUAL_SIZE = { width: 640, height: 360 };

/** The format nearest to what was asked for: 1 to 10 seconds, 128 to 1280 pixels a side, both sides even. */
export function clipFormat(options: PromptOptions | undefined): ClipFormat {
  const { width, height } = parseSize(options?.size) ?? USUAL_SIZE;
  const asked = options?.seconds ?? SECONDS.usual;
  const seconds = Number.isFinite(asked) ? clamp(asked, SECONDS.least, SECONDS.most) : SECONDS.usual;
  // One factor for both sides keeps the shape; a shape too long for that is cut at the end.
  const larger = Math.max(width, height);
  const smaller = Math.min(width, height);
  const factor = larger > SIDE.most ? SIDE.most / larger : smaller < SIDE.least ? SIDE.least / smaller : 1;
  return {
    width: evenSide(width * factor),
    height: evenSide(height * factor),
    frameCount: Math.round(seconds * FRAME_RATE),
  };
}

/** How long a clip plays, in milliseconds. */
export function durationMs(format: ClipFormat): number {
  return Math.round((format.frameCount * 1000) / FRAME_RATE);
}

function parseSize(size: string | undefined): { width: number; height: number } | undefined {
  const found = /^\s*(\d{1,6})\s*[x×*]\s*(\d{1,6})\s*$/i.exec(size ?? '');
  if (!found) return undefined;
  const width = Number(found[1]);
  const height = Number(found[2]);
  return width > 0 && height > 0 ? { width, height } : undefined;
}

function evenSide(pixels: number): number {
  return clamp(2 * Math.round(pixels / 2), SIDE.least, SIDE.most);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

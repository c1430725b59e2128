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

/** What people are offered: 360p, 720p and 1080p of four shapes, the usual first. Any other size is drawn too. */
export const OFFERED = {
  seconds: { min: 1, max: 10 },
  sizes: [
    ...['640x360', '1280x720', '1920x1080'],
    ...['360x640', '720x1280', '1080x1920'],
    ...['480x480', '720x720', '1080x1080'],
    ...['480x360', '960x720', '1440x1080'],
  ],
} as const;

const SECONDS = { least: OFFERED.seconds.min, most: OFFERED.seconds.max, usual: 4 };
const SIDE = { least: 128, most: 1920 };
const USUAL_SIZE = { width: 640, height: 360 };

/** The format nearest to what was asked for: 1 to 10 seconds, 128 to 1920 pixels a side, both sides even. */
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
  const [, width, height] = (/^\s*(\d{1,6})\s*[x×*]\s*(\d{1,6})\s*$/i.exec(size ?? '') ?? []).map(Number);
  return width && height ? { width, height } : undefined;
}

const evenSide = (pixels: number) => clamp(2 * Math.round(pixels / 2), SIDE.least, SIDE.most);
const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

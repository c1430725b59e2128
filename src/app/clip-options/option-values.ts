import type { ClipOptions, PromptOptions } from '../../services/index.ts';

/** The name of an option of a clip. */
export type OptionName = keyof ClipOptions;

/** The options, in the order in which they are offered. */
export const OPTION_NAMES = ['seconds', 'size', 'seed'] as const satisfies readonly OptionName[];

/** What a video may be; the built-in engine takes the nearest to anything else. */
export const CLIP_LIMITS = {
  seconds: { least: 1, most: 10 },
  side: { least: 128, most: 1280 },
  seed: 2 ** 32 - 1,
} as const;

/** A value for an option, and whether it is another than what was asked for. */
export interface OptionValue {
  readonly options: PromptOptions;
  readonly isClamped: boolean;
}

/** About as many pixels as 640 by 360, whatever the ratio. */
const USUAL_AREA = 640 * 360;

/** Reads a value as people write it; undefined where it is none: `5`, `5 s`, `16:9`, `1280x720`, `42`. */
export function readOption(name: OptionName, text: string): OptionValue | undefined {
  switch (name) {
    case 'seconds':
      return readSeconds(text);
    case 'size':
      return readSize(text);
    case 'seed':
      return readSeed(text);
  }
}

function readSeconds(text: string): OptionValue | undefined {
  const [, digits] = /^(\d{1,9}(?:[.。]\d+)?)\s*(?:s|sec|seconds?|秒)?$/i.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const asked = Number(digits.replace('。', '.'));
  const seconds = clamp(asked, CLIP_LIMITS.seconds);
  return { options: { seconds }, isClamped: seconds !== asked };
}

function readSize(text: string): OptionValue | undefined {
  const [, left, mark, right] = /^(\d{1,5})\s*([:：x×*])\s*(\d{1,5})$/i.exec(text) ?? [];
  const [width, height] = [Number(left), Number(right)];
  if (mark === undefined || width === 0 || height === 0) return undefined;
  const isRatio = mark === ':' || mark === '：';
  const asked = isRatio ? sizeOfRatio(width, height) : { width, height };
  const size = fitted(asked);
  const isClamped = size.width !== asked.width || size.height !== asked.height;
  return { options: { size: `${size.width}x${size.height}` }, isClamped };
}

function readSeed(text: string): OptionValue | undefined {
  if (!/^\d{1,15}$/.test(text)) return undefined;
  const seed = Math.min(Number(text), CLIP_LIMITS.seed);
  return { options: { seed }, isClamped: seed !== Number(text) };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A multiple of the ratio where that comes near to the usual size, so that it is kept exactly. */
function sizeOfRatio(width: number, height: number): Size {
  const factor = even(Math.sqrt(USUAL_AREA / (width * height)));
  if (factor > 0) return { width: width * factor, height: height * factor };
  const ratio = width / height;
  return { width: even(Math.sqrt(USUAL_AREA * ratio)), height: even(Math.sqrt(USUAL_AREA / ratio)) };
}

/** One factor for both sides keeps the shape; a shape too long for that is cut at the end. */
function fitted({ width, height }: Size): Size {
  const { least, most } = CLIP_LIMITS.side;
  const larger = Math.max(width, height);
  const smaller = Math.min(width, height);
  const factor = larger > most ? most / larger : smaller < least ? least / smaller : 1;
  return {
    width: even(clamp(width * factor, CLIP_LIMITS.side)),
    height: even(clamp(height * factor, CLIP_LIMITS.side)),
  };
}

function even(pixels: number): number {
  return 2 * Math.round(pixels / 2);
}

function clamp(value: number, { least, most }: { readonly least: number; readonly most: number }): number {
  return Math.min(most, Math.max(least, value));
}

import { type ClipOptions, haveSameShape, type PromptOptions } from '../../services/index.ts';
import { type ClipLimits, LARGEST_SEED } from './clip-limits.ts';
import { possibleSize, sizeName, sizeOfRatio } from './clip-size.ts';
import { possibleSeconds } from './fit-options.ts';

/** The options of a clip, in the order in which they are offered. */
export const OPTION_NAMES = ['seconds', 'size', 'seed'] as const satisfies readonly (keyof ClipOptions)[];

/** The name of an option of a clip. */
export type OptionName = (typeof OPTION_NAMES)[number];

/** A value for an option, and whether it is another than what was asked for. */
export interface OptionValue {
  readonly options: PromptOptions;
  readonly isClamped: boolean;
}

/**
 * Reads a value as people write it, and takes the nearest that the engine can do; undefined where it is none: `5`,
 * `5 s`, `16:9`, `1280x720`, `42`.
 */
export function readOption(name: OptionName, text: string, limits: ClipLimits): OptionValue | undefined {
  switch (name) {
    case 'seconds':
      return readSeconds(text, limits);
    case 'size':
      return readSize(text, limits);
    case 'seed':
      return readSeed(text);
  }
}

function readSeconds(text: string, limits: ClipLimits): OptionValue | undefined {
  const [, digits] = /^(\d{1,9}(?:[.。]\d+)?)\s*(?:s|sec|seconds?|秒)?$/i.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const asked = Number(digits.replace('。', '.'));
  const seconds = possibleSeconds(asked, limits);
  return { options: { seconds }, isClamped: seconds !== asked };
}

function readSize(text: string, { sizes }: ClipLimits): OptionValue | undefined {
  const [, left, mark, right] = /^(\d{1,5})\s*([:：x×*])\s*(\d{1,5})$/i.exec(text) ?? [];
  const pair = { width: Number(left), height: Number(right) };
  if (mark === undefined || pair.width === 0 || pair.height === 0) return undefined;
  const isRatio = mark === ':' || mark === '：';
  const asked = isRatio ? sizeOfRatio(pair) : pair;
  const size = possibleSize(asked, sizes);
  // Of a ratio nobody expects a certain number of pixels.
  const isClamped = isRatio ? !haveSameShape(size, sizeName(asked)) : size !== sizeName(asked);
  return { options: { size }, isClamped };
}

function readSeed(text: string): OptionValue | undefined {
  if (!/^\d{1,15}$/.test(text)) return undefined;
  const seed = Math.min(Number(text), LARGEST_SEED);
  return { options: { seed }, isClamped: seed !== Number(text) };
}

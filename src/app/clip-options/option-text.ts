import type { PromptOptions } from '../../services/index.ts';
import type { CountTextSource, ListTextSource, TextSource } from '../language/texts.ts';
import type { ClipLimits } from './clip-limits.ts';
import type { OptionName } from './option-values.ts';
import { fineness, shapeName } from './size-choices.ts';

/** The name of an option for people. */
export function optionLabel(option: OptionName, text: TextSource): string {
  return { seconds: text('composer.duration'), size: text('composer.size'), seed: text('composer.seed') }[option];
}

/** The value of an option for people; undefined where it has none. */
export function optionText(option: OptionName, options: PromptOptions, count: CountTextSource): string | undefined {
  const { seconds, size, seed } = options;
  switch (option) {
    case 'seconds':
      return seconds === undefined ? undefined : count('units.seconds', seconds);
    case 'size':
      return size === undefined ? undefined : pixelsText(size);
    case 'seed':
      return seed === undefined ? undefined : String(seed);
  }
}

/** An option as a chip has it, where there is no room for more than people ask for: of a size its shape, `9:16 · 360p`. */
export function optionChipText(option: OptionName, options: PromptOptions, count: CountTextSource): string | undefined {
  const { size } = options;
  const shape = option === 'size' && size !== undefined ? shapeName(size) : undefined;
  return shape === undefined || size === undefined
    ? optionText(option, options, count)
    : `${shape} · ${fineness(size)}p`;
}

/** The lengths that there are: `1–10 秒`, `4、8或12 秒`. */
export function secondsText(
  { seconds: { least, most, only } }: ClipLimits,
  { text, list }: { readonly text: TextSource; readonly list: ListTextSource },
): string {
  if (only !== undefined) return text('composer.durationOnly', { list: list(only.map(String)) });
  return least === most
    ? text('composer.durationOnly', { list: String(most) })
    : text('composer.durationHint', { least, most });
}

/** The shapes that there are, which are few where there are many sizes: `16:9、9:16 或 1:1`; undefined where any will do. */
export function shapesText({ sizes }: ClipLimits, list: ListTextSource): string | undefined {
  if (sizes === undefined) return undefined;
  return list([...new Set(sizes.map(shapeText))]);
}

/** The sizes that there are; undefined where any will do. */
export function sizesText({ sizes }: ClipLimits, list: ListTextSource): string | undefined {
  return sizes === undefined ? undefined : list(sizes.map(pixelsText));
}

/** A size by its shape, or where that has no name by its pixels: `9:16`, `640×200`. */
export function shapeText(size: string): string {
  return shapeName(size) ?? pixelsText(size);
}

/** A size as people write it: `640×360`. */
export function pixelsText(size: string): string {
  return size.replace('x', '×');
}

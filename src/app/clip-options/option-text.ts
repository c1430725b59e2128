import type { PromptOptions } from '../../services/index.ts';
import type { CountTextSource, ListTextSource, TextSource } from '../language/texts.ts';
import type { ClipLimits } from './clip-limits.ts';
import type { OptionName } from './option-values.ts';

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
      return size?.replace('x', '×');
    case 'seed':
      return seed === undefined ? undefined : String(seed);
  }
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

/** The sizes that there are; undefined where any will do. */
export function sizesText({ sizes }: ClipLimits, list: ListTextSource): string | undefined {
  return sizes === undefined ? undefined : list(sizes.map((size) => size.replace('x', '×')));
}

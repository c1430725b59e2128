import type { ListTextSource, TextSource } from '../language/texts.ts';
import type { ClipLimits } from './clip-limits.ts';

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

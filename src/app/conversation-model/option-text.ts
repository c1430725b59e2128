import type { PromptOptions } from '../../services/index.ts';
import type { injectCountText } from '../language/text.ts';
import type { TextSource } from '../language/texts.ts';

/** The name of an option for people. */
export function optionLabel(option: keyof PromptOptions, text: TextSource): string {
  return { seconds: text('composer.duration'), size: text('composer.size'), seed: text('composer.seed') }[option];
}

/** The value of an option for people; undefined where it has none. */
export function optionText(
  option: keyof PromptOptions,
  { seconds, size, seed }: PromptOptions,
  { count }: { readonly count: ReturnType<typeof injectCountText> },
): string | undefined {
  switch (option) {
    case 'seconds':
      return seconds === undefined ? undefined : count('composer.seconds', seconds);
    case 'size':
      return size?.replace('x', '×');
    case 'seed':
      return seed === undefined ? undefined : String(seed);
  }
}

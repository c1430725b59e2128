import type { PromptOptions } from '../../services/index.ts';
import type { CountTextSource, TextSource } from '../language/texts.ts';
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

import type { PromptOptions } from '../../../../services/index.ts';
import { optionText } from '../../../clip-options/option-text.ts';
import { CLIP_LIMITS, type OptionName, readOption } from '../../../clip-options/option-values.ts';
import type { CountTextSource, TextSource } from '../../../language/texts.ts';
import type { TypedCommand } from './parse-command.ts';

/** Something that is suggested for a command, in its popup or in a menu. */
export interface Suggestion {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  /** What it does: names the command whose value comes next, or gives the value. */
  readonly pick:
    | { readonly kind: 'name'; readonly option: OptionName }
    | { readonly kind: 'value'; readonly options: PromptOptions; readonly note: string };
}

/** Texts in the language of the page. */
export interface SuggestionTexts {
  readonly text: TextSource;
  readonly count: CountTextSource;
  /** 0 to 1, for a seed. */
  readonly chance: () => number;
}

const SECONDS = ['3', '5', '8', '10'];
const RATIOS = ['16:9', '9:16', '1:1', '4:3', '3:4'];

/** The suggestions for a command as far as it has been typed; what has been typed itself comes first. */
export function suggestionsOf(command: TypedCommand, texts: SuggestionTexts): readonly Suggestion[] {
  if (command.stage === 'name') return command.options.map((option) => nameSuggestion(option, texts));
  const { option, value } = command;
  const offered = offeredValues(option).filter((offer) => offer.startsWith(value) && offer !== value);
  const values = value === '' ? offered : [value, ...offered];
  const suggestions = values.flatMap((each) => valueSuggestion(option, each, texts) ?? []);
  return option === 'seed' && value === '' ? [randomSeed(texts)] : suggestions;
}

/** What to say where a value can't be read. */
export function valueHint(option: OptionName, { text }: Pick<SuggestionTexts, 'text'>): string {
  switch (option) {
    case 'seconds':
      return text('composer.notSeconds');
    case 'size':
      return text('composer.notSize');
    case 'seed':
      return text('composer.notSeed');
  }
}

function offeredValues(option: OptionName): readonly string[] {
  return { seconds: SECONDS, size: RATIOS, seed: [] }[option];
}

function nameSuggestion(option: OptionName, { text }: SuggestionTexts): Suggestion {
  const detail = {
    seconds: text('composer.durationHint', CLIP_LIMITS.seconds),
    size: text('composer.sizeHint'),
    seed: text('composer.seedHint'),
  }[option];
  return { id: option, label: `/${commandName(option, text)}`, detail, pick: { kind: 'name', option } };
}

/** The word for a command in the language of the page. */
export function commandName(option: OptionName, text: TextSource): string {
  return {
    seconds: text('composer.durationCommand'),
    size: text('composer.sizeCommand'),
    seed: text('composer.seedCommand'),
  }[option];
}

function valueSuggestion(option: OptionName, value: string, texts: SuggestionTexts): Suggestion | undefined {
  const read = readOption(option, value);
  if (read === undefined) return undefined;
  const shown = optionText(option, read.options, texts.count) ?? '';
  const isRatio = option === 'size' && /[:：]/.test(value);
  const note = read.isClamped && !isRatio ? clampNote(option, shown, texts) : '';
  return {
    id: value,
    label: isRatio ? value : shown,
    detail: isRatio ? shown : note,
    pick: { kind: 'value', options: read.options, note },
  };
}

function randomSeed({ text, chance }: SuggestionTexts): Suggestion {
  const seed = Math.floor(chance() * (CLIP_LIMITS.seed + 1));
  return {
    id: 'random',
    label: text('composer.randomSeed'),
    detail: String(seed),
    pick: { kind: 'value', options: { seed }, note: '' },
  };
}

function clampNote(option: OptionName, value: string, { text }: SuggestionTexts): string {
  switch (option) {
    case 'seconds': {
      const { least, most } = CLIP_LIMITS.seconds;
      return text('composer.clampedSeconds', { least, most, value: value.replace(/\D+$/, '') });
    }
    case 'size':
      return text('composer.clampedSize', { ...CLIP_LIMITS.side, value });
    case 'seed':
      return text('composer.clampedSeed', { most: CLIP_LIMITS.seed });
  }
}

import type { PromptOptions } from '../../../../services/index.ts';
import { type ClipLimits, CLIP_SIDE, LARGEST_SEED } from '../../../clip-options/clip-limits.ts';
import { optionText, secondsText, shapesText } from '../../../clip-options/option-text.ts';
import { OPTION_NAMES, type OptionName, readOption } from '../../../clip-options/option-values.ts';
import { shapeName } from '../../../clip-options/size-choices.ts';
import type { CountTextSource, ListTextSource, TextSource } from '../../../language/texts.ts';
import { offeredValues, randomSeed } from './offered-values.ts';
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

/** What suggestions are made of, besides what has been typed. */
export interface SuggestionContext {
  /** What the engine can do. */
  readonly limits: ClipLimits;
  /** Texts in the language of the page. */
  readonly text: TextSource;
  readonly count: CountTextSource;
  readonly list: ListTextSource;
  /** 0 to 1, for a seed. */
  readonly chance: () => number;
}

/** The options that an engine knows, in their order. */
function knownOptions({ hasSeed }: ClipLimits): readonly OptionName[] {
  return hasSeed ? OPTION_NAMES : OPTION_NAMES.filter((option) => option !== 'seed');
}

/** The suggestions for a command as far as it has been typed; what has been typed itself comes first. */
export function suggestionsOf(command: TypedCommand, context: SuggestionContext): readonly Suggestion[] {
  const known = knownOptions(context.limits);
  if (command.stage === 'name')
    return command.options.filter((option) => known.includes(option)).map((option) => nameSuggestion(option, context));
  const { option, value } = command;
  if (!known.includes(option)) return [];
  const offered = offeredValues(option, context.limits).filter((offer) => offer.startsWith(value) && offer !== value);
  const values = value === '' ? offered : [value, ...offered];
  const suggestions = values.flatMap((each) => valueSuggestion(option, each, context) ?? []);
  return option === 'seed' && value === '' ? [seedSuggestion(context)] : suggestions;
}

/** What to say where a value can't be read, or the engine knows no such option. */
export function valueHint(option: OptionName, { text, limits }: SuggestionContext): string {
  switch (option) {
    case 'seconds':
      return text('composer.notSeconds');
    case 'size':
      return text('composer.notSize');
    case 'seed':
      return text(limits.hasSeed ? 'composer.notSeed' : 'composer.noSeed');
  }
}

function nameSuggestion(option: OptionName, { text, limits, list }: SuggestionContext): Suggestion {
  const detail = {
    seconds: secondsText(limits, { text, list }),
    size: shapesText(limits, list) ?? text('composer.sizeHint'),
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

function valueSuggestion(option: OptionName, value: string, context: SuggestionContext): Suggestion | undefined {
  const read = readOption(option, value, context.limits);
  if (read === undefined) return undefined;
  const shown = optionText(option, read.options, context.count) ?? '';
  const isRatio = option === 'size' && /[:：]/.test(value);
  const note = read.isClamped ? clampNote(option, shown, context) : '';
  const shape = option === 'size' && note === '' ? (shapeName(value) ?? '') : note;
  return {
    id: value,
    label: isRatio ? value : shown,
    detail: isRatio ? shown : shape,
    pick: { kind: 'value', options: read.options, note },
  };
}

function seedSuggestion({ text, chance }: SuggestionContext): Suggestion {
  const seed = randomSeed(chance());
  return {
    id: 'random',
    label: text('composer.randomSeed'),
    detail: String(seed),
    pick: { kind: 'value', options: { seed }, note: '' },
  };
}

function clampNote(option: OptionName, value: string, context: SuggestionContext): string {
  const { text, limits, list } = context;
  switch (option) {
    case 'seconds': {
      const { least, most, only } = limits.seconds;
      const number = value.replace(/\D+$/, '');
      if (only === undefined) return text('composer.clampedSeconds', { least, most, value: number });
      return text('composer.clampedSecondsOnly', { list: list(only.map(String)), value: number });
    }
    case 'size':
      if (limits.sizes === undefined) return text('composer.clampedSize', { ...CLIP_SIDE, value });
      return text('composer.clampedSizeOnly', { value });
    case 'seed':
      return text('composer.clampedSeed', { most: LARGEST_SEED });
  }
}

import { composer as chinese } from '../../../language/zh/composer.ts';
import { USUAL_LIMITS } from '../../../clip-options/clip-limits.ts';
import { OPTION_NAMES, type OptionName, readOption } from '../../../clip-options/option-values.ts';

/** What a command is called in either language: both are understood in both. */
const NAMES: Readonly<Record<OptionName, readonly string[]>> = {
  seconds: [chinese.durationCommand, 'duration'],
  size: [chinese.sizeCommand, 'size'],
  seed: [chinese.seedCommand, 'seed'],
};

/** A command as far as it has been typed. */
export type TypedCommand =
  /** The names that it may become. */
  | { readonly stage: 'name'; readonly options: readonly OptionName[] }
  /**
   * The name is there, and a part of the value; `end` is where the command ends in the text, and a prompt may begin.
   */
  | { readonly stage: 'value'; readonly option: OptionName; readonly value: string; readonly end: number };

/** A slash as keyboards for Chinese write it too: they have `、` on the same key. */
const SLASH = /^[/／、]/;

/** A value has this many words at most: `16 : 9`. */
const MOST_WORDS = 3;

/**
 * Reads a text up to the cursor as a command; null where it is none, and so a prompt. The value ends at the first space
 * after which it can no longer be read: what follows is the prompt, typed in one line with its command.
 */
export function parseCommand(text: string): TypedCommand | null {
  if (!SLASH.test(text)) return null;
  const typed = text.slice(1).toLowerCase();
  for (const option of OPTION_NAMES) {
    const name = NAMES[option].find((name) => typed.startsWith(name));
    const rest = name === undefined ? '' : typed.slice(name.length);
    if (!/^(?:[^\S\n]|\d)/.test(rest)) continue;
    const end = valueEnd(option, rest);
    if (end === undefined && rest.includes('\n')) return null;
    const value = rest.slice(0, end).trim();
    return { stage: 'value', option, value, end: end === undefined ? text.length : text.length - rest.length + end };
  }
  const options = OPTION_NAMES.filter((option) => NAMES[option].some((name) => name.startsWith(typed)));
  return options.length === 0 ? null : { stage: 'name', options };
}

/** Where the longest value that can be read ends; undefined where none can. */
function valueEnd(option: OptionName, text: string): number | undefined {
  const ends = [...text.matchAll(/\S(?=\s|$)/g)].slice(0, MOST_WORDS).map(({ index }) => index + 1);
  return ends.findLast((end) => readOption(option, text.slice(0, end).trim(), USUAL_LIMITS) !== undefined);
}

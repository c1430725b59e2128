import { composer as chinese } from '../../../language/zh/composer.ts';
import type { OptionName } from './clip-options.ts';

/** What a command is called in either language: both are understood in both. */
const NAMES: Readonly<Record<OptionName, readonly string[]>> = {
  seconds: [chinese.durationCommand, 'duration'],
  size: [chinese.sizeCommand, 'size'],
  seed: [chinese.seedCommand, 'seed'],
};

/** The options that have a command, in the order in which they are offered. */
export const COMMANDS = Object.keys(NAMES) as readonly OptionName[];

/** A command as far as it has been typed. */
export type TypedCommand =
  /** The names that it may become. */
  | { readonly stage: 'name'; readonly options: readonly OptionName[] }
  /** The name is there, and a part of the value. */
  | { readonly stage: 'value'; readonly option: OptionName; readonly value: string };

/** A slash as keyboards for Chinese write it too: they have `、` on the same key. */
const SLASH = /^[/／、]/;

/** Reads a text up to the cursor as a command; null where it is none, and so a prompt. */
export function parseCommand(text: string): TypedCommand | null {
  if (!SLASH.test(text) || text.includes('\n')) return null;
  const typed = text.slice(1).toLowerCase();
  for (const option of COMMANDS) {
    const name = NAMES[option].find((name) => typed.startsWith(name));
    const rest = name === undefined ? '' : typed.slice(name.length);
    if (/^[\s\d]/.test(rest)) return { stage: 'value', option, value: rest.trim() };
  }
  const options = COMMANDS.filter((option) => NAMES[option].some((name) => name.startsWith(typed)));
  return options.length === 0 ? null : { stage: 'name', options };
}

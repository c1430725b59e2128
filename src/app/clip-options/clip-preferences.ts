import { computed, Service } from '@angular/core';

import type { PromptOptions } from '../../services/index.ts';
import { jsonPreference } from '../preferences/json-preference.ts';
import { fieldsOf } from '../preferences/parse-json.ts';
import { VARIATION_COUNTS, type VariationCount } from './variations.ts';

/** How clips are to be; what is absent is the engine's choice. */
export interface ClipPreference {
  /** As the protocol writes it: `1280x720`. */
  readonly size?: string | undefined;
  readonly seconds?: number | undefined;
  /** The name of a style, and the words that ask for it at the end of a prompt. */
  readonly style?: { readonly name: string; readonly words: string } | undefined;
  readonly count?: VariationCount | undefined;
}

/** How clips are to be unless a prompt says otherwise: what was chosen last, kept for this browser. */
@Service()
export class ClipPreferences {
  private readonly kept = jsonPreference('ask-kitten.clip', readPreference);

  /** What was chosen. */
  readonly current = this.kept.value;
  /** As the options of a prompt. */
  readonly options = computed<PromptOptions>(() => {
    const { size, seconds } = this.current();
    return { ...(size !== undefined && { size }), ...(seconds !== undefined && { seconds }) };
  });

  /** Chooses; undefined leaves it to the engine. */
  choose(change: ClipPreference): void {
    this.kept.set({ ...this.current(), ...change });
  }

  /** A prompt with the words of the style at its end; one that ends with those of a style, of all that are known, has its own. */
  worded(text: string, known: readonly string[]): string {
    const words = this.current().style?.words ?? '';
    return text.trim() === '' || endOf(text, [...known, words]) !== '' ? text : text + words;
  }

  /** A prompt as it was before words of a style came to it: of the one in force, or another one by then, of all that are known. */
  unworded(text: string, known: readonly string[]): string {
    const words = endOf(text, [...known, this.current().style?.words ?? '']);
    return text.slice(0, text.length - words.length);
  }
}

function readPreference(content: unknown): ClipPreference {
  const { size, seconds, style, count } = fieldsOf(content) ?? {};
  return {
    ...(typeof size === 'string' && { size }),
    ...(typeof seconds === 'number' && { seconds }),
    ...(isStyle(style) && { style }),
    count: VARIATION_COUNTS.find((known) => known === count),
  };
}

/** The words that a text ends with; empty where it does with none. */
function endOf(text: string, known: readonly string[]): string {
  return known.find((words) => words !== '' && text.endsWith(words)) ?? '';
}

function isStyle(value: unknown): value is ClipPreference['style'] & object {
  return typeof (value as { readonly words?: unknown } | null)?.words === 'string';
}

import { computed, type Signal } from '@angular/core';

import { parseJson } from './parse-json.ts';
import { preference } from './preference.ts';

/** Something of the person's that is kept for this browser as JSON. */
export interface JsonPreference<Value> {
  readonly value: Signal<Value>;
  /** Keeps what `read` makes the next value of, where the browser keeps anything. */
  set(content: unknown): void;
}

/**
 * Reads what is kept under a name in `localStorage`, and follows it when another tab changes it. In an injection context.
 * @param read makes a value of whatever stands there: undefined where that is nothing, or no JSON
 */
export function jsonPreference<Value>(key: string, read: (content: unknown) => Value): JsonPreference<Value> {
  const kept = preference<string>({ key, initial: '', accepts: () => true });
  return {
    value: computed(() => read(parseJson(kept.value()))),
    set: (content) => kept.set(JSON.stringify(content)),
  };
}

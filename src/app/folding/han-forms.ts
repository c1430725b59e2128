import { signal } from '@angular/core';

/** The forms, once they are loaded. A signal: what was compared without them is compared again. */
const forms = signal<ReadonlyMap<string, string>>(new Map());

/**
 * Loads which simplified character is which traditional one, 8 kB over the wire that only who searches needs. Rejects where they can't
 * be loaded.
 */
export async function loadHanForms(): Promise<void> {
  if (forms().size > 0) return;
  const { SIMPLIFIED, TRADITIONAL } = await import('./traditional-characters.ts');
  forms.set(new Map([...TRADITIONAL].map((character, index) => [character, SIMPLIFIED[index] ?? character])));
}

/** A text in simplified characters; as it is before {@link loadHanForms}. */
export function simplified(text: string): string {
  const known = forms();
  return known.size === 0
    ? text
    : text.replaceAll(/\p{Script=Han}/gu, (character) => known.get(character) ?? character);
}

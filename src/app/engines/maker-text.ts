import { inject } from '@angular/core';

import type { MadeWith } from '../../services/index.ts';
import { Engines } from './engines.ts';

/** Which engine and model made a work: `通义万相 · wan2.6-t2v`. */
export function makerText({ name, model }: MadeWith): string {
  return model === undefined || model === name ? name : `${name} · ${model}`;
}

/**
 * What to show of what made a work; null where nobody knows, and where it goes without saying: there is one engine, and
 * the application says at its composer that it is no model. Reactive. In an injection context.
 */
export function injectMakerText(): (made: MadeWith | undefined) => string | null {
  const engines = inject(Engines);
  return (made) => (made === undefined || !(made.isModel || engines.isChoice()) ? null : makerText(made));
}

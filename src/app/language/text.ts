import { inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';

import type { CountTextSource, TextSource } from './texts.ts';

/**
 * The texts of the page: `text('userCode.refresh')`. The compiler knows every name and every parameter.
 * In an injection context.
 */
export function injectText(): TextSource {
  const transloco = inject(TranslocoService);
  return (key, ...[parameters]) => {
    // Read first, so that whoever reads the text follows the language.
    const language = transloco.activeLang();
    return transloco.translate(key, parameters, language);
  };
}

/** Texts that say a number in the form that the language has for it. In an injection context. */
export function injectCountText(): CountTextSource {
  const transloco = inject(TranslocoService);
  return (key, count) => {
    const language = transloco.activeLang();
    const form = new Intl.PluralRules(language).select(count) === 'one' ? 'One' : 'Other';
    return transloco.translate(`${key}${form}`, { count }, language);
  };
}

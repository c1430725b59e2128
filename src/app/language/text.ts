import { inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';

import type { CountTextSource, ListTextSource, TextSource } from './texts.ts';

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

/** Writes down what there is to choose from, as the language does: `4、8 或 12`. In an injection context. */
export function injectListText(): ListTextSource {
  const transloco = inject(TranslocoService);
  return (items) => {
    const parts = new Intl.ListFormat(transloco.activeLang(), { type: 'disjunction' }).formatToParts(items);
    // A Chinese word stands apart from numbers, as everywhere in these texts.
    return parts.map(({ type, value }) => (type === 'literal' && value === '或' ? ' 或 ' : value)).join('');
  };
}

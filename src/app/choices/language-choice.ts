import { computed, inject, type Signal } from '@angular/core';
import { mdiTranslate } from '@mdi/js';

import { Language } from '../language/language.ts';
import { LANGUAGE_NAMES, LANGUAGES } from '../language/languages.ts';
import { injectText } from '../language/text.ts';
import type { Choice } from './choice.ts';

/** The languages, each by its own name. In an injection context. */
export function injectLanguageChoice(): Signal<Choice> {
  const language = inject(Language);
  const text = injectText();
  return computed(() => ({
    id: 'language',
    name: text('shell.language'),
    icon: mdiTranslate,
    options: LANGUAGES.map((tag) => ({
      id: tag,
      name: LANGUAGE_NAMES[tag],
      lang: tag,
      isChosen: tag === language.current(),
      choose: () => language.choose(tag),
    })),
  }));
}

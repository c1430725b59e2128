import {
  type EnvironmentProviders,
  inject,
  makeEnvironmentProviders,
  provideAppInitializer,
  Service,
} from '@angular/core';
import { provideTransloco, type Translation, type TranslocoLoader, TranslocoService } from '@jsverse/transloco';

import { Language } from './language.ts';
import { LANGUAGES, type LanguageTag, LOAD_TEXTS } from './languages.ts';
import { firstScreen } from './zh/first-screen.ts';

@Service()
class TextLoader implements TranslocoLoader {
  getTranslation(tag: string): Promise<Translation> {
    return LOAD_TEXTS[tag as LanguageTag]();
  }
}

/** Gives the application its texts: the Chinese of the first screen at once, and what the person has chosen before the first screen. */
export function provideLanguage(): EnvironmentProviders {
  return makeEnvironmentProviders([
    provideTransloco({
      config: { availableLangs: [...LANGUAGES], defaultLang: 'zh-CN', reRenderOnLangChange: true, prodMode: true },
      loader: TextLoader,
    }),
    provideAppInitializer(() => {
      inject(TranslocoService).setTranslation(firstScreen, 'zh-CN');
      return inject(Language).start();
    }),
  ]);
}

import type { Texts } from './texts.ts';
import { firstScreen } from './zh/first-screen.ts';

/** The languages, by the tag that `lang` and `Intl` take. */
export const LANGUAGES = ['zh-CN', 'en'] as const;

/** A language that the application speaks. */
export type LanguageTag = (typeof LANGUAGES)[number];

/** What a language calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<LanguageTag, string>> = { 'zh-CN': '中文', en: 'English' };

/** What an installed application is called in a language, and the like: the address of its manifest. */
export const MANIFESTS: Readonly<Record<LanguageTag, string>> = {
  'zh-CN': 'manifest.webmanifest',
  en: 'manifest.en.webmanifest',
};

/** Loads the texts of a language. Of Chinese, what the first screen says comes with the application. */
export const LOAD_TEXTS: Readonly<Record<LanguageTag, () => Promise<Partial<Texts>>>> = {
  'zh-CN': () => Promise.resolve(firstScreen),
  en: () => import('./en/index.ts').then(({ en }) => en),
};

/** The language for a person who has chosen none: the first that both the browser's list and the application have. */
export function preferredLanguage(accepted: readonly string[]): LanguageTag {
  for (const tag of accepted) {
    const [family] = tag.toLowerCase().split('-');
    if (family === 'zh') return 'zh-CN';
    if (family === 'en') return 'en';
  }
  return 'zh-CN';
}

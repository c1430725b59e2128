import { inject } from '@angular/core';

import type { EngineProfile } from '../../services/index.ts';
import { secondsText, sizesText } from '../clip-options/option-text.ts';
import { Language } from '../language/language.ts';
import { injectCountText, injectListText, injectText } from '../language/text.ts';
import type { CountTextSource, ListTextSource, TextSource } from '../language/texts.ts';
import { limitsOf } from './engine-limits.ts';
import { priceText } from './price.ts';

/** How many sizes are named one by one: more would be a table. */
const MOST_SIZES = 3;

/** Texts in the language of the page. */
export interface EngineTexts {
  readonly text: TextSource;
  readonly count: CountTextSource;
  readonly list: ListTextSource;
  /** The tag of the language, for numbers and money. */
  readonly language: () => string;
}

/** The texts of the page. Reactive. In an injection context. */
export function injectEngineTexts(): EngineTexts {
  return {
    text: injectText(),
    count: injectCountText(),
    list: injectListText(),
    language: inject(Language).current,
  };
}

/** What an engine can do, each in a few words; only what it says of itself. */
export function engineFacts(engine: EngineProfile, texts: EngineTexts): readonly string[] {
  const { text, list, language } = texts;
  const { seconds, sizes, sound, price, isModel } = engine;
  const limits = limitsOf(engine);
  const facts = [
    !isModel && text('engines.byRule'),
    seconds !== undefined && secondsText(limits, texts),
    sizes !== undefined &&
      (sizes.length <= MOST_SIZES ? sizesText(limits, list) : text('engineFacts.manySizes', { count: sizes.length })),
    imagesText(engine, texts),
    sound === true && text('engineFacts.sound'),
    price !== undefined && priceText(price, text, language()),
  ];
  return facts.filter((fact) => typeof fact === 'string');
}

function imagesText({ images, frames }: EngineProfile, { text, count }: EngineTexts): string | false {
  if (images === undefined) return false;
  if (images === 0) return text('engineFacts.noImages');
  if (frames === 'first') return text('engineFacts.firstFrame');
  if (frames === 'first-last') return text('engineFacts.firstAndLastFrame');
  return count('engineFacts.images', images);
}

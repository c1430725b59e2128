import { inject } from '@angular/core';

import type { PromptOptions } from '../../services/index.ts';
import { sizeName } from '../clip-options/clip-size.ts';
import { shapeName } from '../clip-options/size-choices.ts';
import { dateFormat } from '../language/formats.ts';
import { Language } from '../language/language.ts';
import { injectText } from '../language/text.ts';
import { type Asked, givenWords } from './given-prompt.ts';
import { lengthText } from './medium-facts.ts';

/** What can be known, in the order in which it is told. */
export const FACT_KINDS = ['prompt', 'length', 'size', 'seed', 'engine', 'model', 'time'] as const;

/** One thing that is known of how a clip or still was made. */
export interface WorkFact {
  readonly kind: (typeof FACT_KINDS)[number];
  /** What it is called. */
  readonly name: string;
  readonly value: string;
}

/** What is known of how a clip or still was made, in the order in which it is told. Reactive. In an injection context. */
export function injectWorkFacts(): (work: Asked) => readonly WorkFact[] {
  const text = injectText();
  const language = inject(Language);
  return (work) => {
    const { message, prompt } = work;
    const made = message.type === 'video' ? message.madeWith : undefined;
    const options: PromptOptions = { ...prompt?.options, ...made?.options };
    const length = message.type === 'video' ? message.durationMs : undefined;
    const time = dateFormat(language.current(), { dateStyle: 'medium', timeStyle: 'short' });
    const facts: readonly (Omit<WorkFact, 'value'> & { readonly value: string | undefined })[] = [
      { kind: 'prompt', name: text('player.prompt'), value: givenWords(work) },
      {
        kind: 'length',
        name: text('composer.duration'),
        value: length === undefined ? undefined : lengthText(length, language.current()),
      },
      { kind: 'size', name: text('composer.size'), value: sizeText(message) },
      { kind: 'seed', name: text('composer.seed'), value: options.seed?.toString() },
      { kind: 'engine', name: text('player.engine'), value: made?.name },
      { kind: 'model', name: text('player.model'), value: made?.model },
      { kind: 'time', name: text('player.madeAt'), value: time.format(message.ts) },
    ];
    return facts.flatMap(({ value, ...fact }) => (value === undefined ? [] : [{ ...fact, value }]));
  };
}

/** The shape that people know with its pixels: `16:9 · 640×360`. */
function sizeText({ width, height }: Asked['message']): string | undefined {
  if (!width || !height) return undefined;
  const pixels = `${width}×${height}`;
  const shape = shapeName(sizeName({ width, height }));
  return shape === undefined ? pixels : `${shape} · ${pixels}`;
}

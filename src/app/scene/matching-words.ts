import type { NamesByLanguage } from '../../services/index.ts';
import { folded } from '../folding/folded-text.ts';
import { nameIn, type SceneChoice } from './scene-chips.ts';

/** The words whose names hold what is looked for, those that begin with it first. */
export function matching(
  words: Readonly<Record<string, NamesByLanguage>>,
  wanted: string,
  language: string,
): readonly Omit<SceneChoice, 'isChosen'>[] {
  const looked = folded(wanted.trim());
  const found = Object.entries(words)
    .map(([word, names]) => ({ word, names, texts: Object.values(names).map(folded) }))
    .filter(({ texts }) => texts.some((text) => text.includes(looked)));
  const [first, later] = [found.filter(begins), found.filter((each) => !begins(each))];
  return [...first, ...later].map(({ word, names }) => ({ word, label: nameIn(names, language) ?? word }));

  function begins({ texts }: { readonly texts: readonly string[] }): boolean {
    return texts.some((text) => text.startsWith(looked));
  }
}

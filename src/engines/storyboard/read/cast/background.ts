import { isAlive } from '../../library/subject-kinds.ts';
import { means, type Mention } from '../mentions.ts';

/** What weather, things and leaves do more often than somebody does. */
const OF_THINGS = new Set(['fall', 'burn', 'float', 'grow', 'shrink', 'fly']);

/** “A fox in the forest, snow falling”: what falls, burns or drifts behind somebody is nothing that they do. */
export function withoutBackground(mentions: readonly Mention[]): readonly Mention[] {
  const hasLiving = mentions.some(isLiving);
  const isHero = (noun: Mention) =>
    hasLiving ? isLiving(noun) : means(noun, 'subject') || !mentions.some((other) => means(other, 'subject'));
  return mentions.map((mention, at) => {
    const doer = doerOf(mentions, at);
    return doer && !isHero(doer) ? { ...mention, meanings: [] } : mention;
  });
}

/** The noun before such a verb in its clause, or the one that a burning fire is. */
function doerOf(mentions: readonly Mention[], at: number): Mention | undefined {
  const [verb, before, next] = [mentions[at], mentions[at - 1], mentions[at + 1]];
  if (!verb?.meanings?.every(({ kind, name }) => kind === 'motion' && OF_THINGS.has(name))) return undefined;
  const described = /^[a-z]+ing$/.test(verb.text) ? next : next?.text === '的' ? mentions[at + 2] : undefined;
  if (means(described, 'subject', 'weather') || (means(described, 'place') && !/^[a-z]+ /.test(described?.text ?? '')))
    return described;
  const clause = mentions.slice(mentions.slice(0, at).findLastIndex(({ text }) => /^[\p{P}\n]/u.test(text)) + 1, at);
  // “Sparks falling”: not known, and yet not the one named before.
  if (before && clause.length > 0 && before.meanings === undefined && /^[a-z]{3,}[^su]s$/.test(before.text))
    return before;
  // Who flies in the sky is not the sky.
  const isAt = clause.some((word) => means(word, 'before') || /^(?:在|at|through|across|over)$/.test(word.text));
  return clause.findLast((noun) => means(noun, 'subject', ...(isAt ? [] : (['weather', 'place'] as const))));
}

/** Whether it names, among others, somebody or an animal. */
export function isLiving({ meanings = [] }: Mention): boolean {
  return meanings.some(({ kind, name }) => kind === 'subject' && isAlive(name));
}

import type { Meaning } from './lexicon.ts';
import type { Mention } from './mentions.ts';

const MOST = 2;
/** Words between a number and its noun that say nothing which a picture could show. */
const NO_NOUN =
  /^(的|了|着|和|在|是|与|the|and|of|in|with|is|are|being|its|his|her|their|very|up|time|view|video|footage|shot|scene|animation|serving|slice|piece|crowd|shot|lot|bar)$/;
/** A noun that is known came first after all, if only one of the weather. */
const NOTHING_MISSING: ReadonlySet<Meaning['kind']> = new Set(['subject', 'place', 'weather', 'time']);
const ENDS: ReadonlySet<Meaning['kind']> = new Set(['motion', 'before', 'after', 'count', 'camera', 'style']);

/**
 * The nouns of a prompt that nobody here knows, as far as grammar shows them: what follows a number or an article and is
 * named before the next verb, relation or comma. Two at most.
 */
export function unknownThings(mentions: readonly Mention[]): readonly string[] {
  const unknown: string[] = [];
  mentions.forEach((mention, index) => {
    if (mention.meanings?.some(({ kind }) => kind === 'count')) {
      const noun = unknownNounAfter(mentions, index);
      if (noun && !unknown.includes(noun)) unknown.push(noun);
    }
  });
  return unknown.slice(0, MOST);
}

function unknownNounAfter(mentions: readonly Mention[], start: number): string | undefined {
  let candidate: string | undefined;
  let isOpen = false;
  for (const { text, meanings, isEnglish } of mentions.slice(start + 1, start + 7)) {
    if (meanings?.some(({ kind }) => NOTHING_MISSING.has(kind))) return undefined;
    if (meanings?.some(({ kind }) => ENDS.has(kind)) || /^[\p{P}\p{S}]/u.test(text)) break;
    const isNoun = meanings === undefined && /^\p{L}/u.test(text) && !NO_NOUN.test(text) && !text.endsWith('ly');
    // A Chinese noun may come in pieces: 缝纫, 机.
    if (isNoun) candidate = isOpen && !isEnglish ? `${candidate ?? ''}${text}` : text;
    isOpen = isNoun;
    if (candidate && !isNoun && !isEnglish && meanings === undefined) break;
  }
  return candidate && candidate.length > 1 ? candidate : undefined;
}

import { FACT_KINDS, type WorkFact } from '../work-facts.ts';

/** A piece of a text, and whether the other text lacks it. */
export interface TextPart {
  readonly text: string;
  readonly isOnlyHere: boolean;
}

/** What is known of two works, beside one another. */
export interface ComparedFact {
  readonly kind: WorkFact['kind'];
  readonly name: string;
  /** Of the first and of the second; empty where nobody knows. */
  readonly sides: readonly [readonly TextPart[], readonly TextPart[]];
  readonly differs: boolean;
}

/** The facts of two works, each once, and where they differ. No two works were made at one time: that is no difference. */
export function compareFacts(first: readonly WorkFact[], second: readonly WorkFact[]): readonly ComparedFact[] {
  return FACT_KINDS.flatMap((kind) => {
    const [fact, beside] = [first, second].map((facts) => facts.find((each) => each.kind === kind));
    const name = (fact ?? beside)?.name;
    if (name === undefined) return [];
    const [one, other] = [fact?.value ?? '', beside?.value ?? ''];
    const sides = kind === 'prompt' ? compareTexts(one, other) : ([whole(one), whole(other)] as const);
    return { kind, name, sides, differs: one !== other && kind !== 'time' };
  });
}

function whole(text: string): readonly TextPart[] {
  return text === '' ? [] : [{ text, isOnlyHere: false }];
}

/** Two texts in pieces, word by word: what both have in the same order, and what only one has. */
export function compareTexts(first: string, second: string): readonly [readonly TextPart[], readonly TextPart[]] {
  const [words, others] = [wordsOf(first), wordsOf(second)];
  const isShared = sharedWords(words, others);
  return [parts(words, isShared.first), parts(others, isShared.second)];
}

function wordsOf(text: string): readonly string[] {
  return Array.from(new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text), ({ segment }) => segment);
}

/** Which words belong to the longest sequence that both have. */
function sharedWords(
  words: readonly string[],
  others: readonly string[],
): { readonly first: ReadonlySet<number>; readonly second: ReadonlySet<number> } {
  // How many words the rests from here on share.
  const counts = Array.from({ length: words.length + 1 }, () => new Uint16Array(others.length + 1));
  const count = (at: number, beside: number): number => counts[at]?.[beside] ?? 0;
  for (let at = words.length - 1; at >= 0; at--) {
    for (let beside = others.length - 1; beside >= 0; beside--) {
      const row = counts[at];
      if (row === undefined) continue;
      row[beside] =
        words[at] === others[beside]
          ? count(at + 1, beside + 1) + 1
          : Math.max(count(at + 1, beside), count(at, beside + 1));
    }
  }
  const [first, second] = [new Set<number>(), new Set<number>()];
  for (let at = 0, beside = 0; at < words.length && beside < others.length;) {
    if (words[at] === others[beside]) {
      first.add(at++);
      second.add(beside++);
    } else if (count(at + 1, beside) >= count(at, beside + 1)) at++;
    else beside++;
  }
  return { first, second };
}

function parts(words: readonly string[], shared: ReadonlySet<number>): readonly TextPart[] {
  const joined: TextPart[] = [];
  for (const [at, text] of words.entries()) {
    const last = joined.at(-1);
    const isOnlyHere = !shared.has(at);
    if (last?.isOnlyHere === isOnlyHere) joined[joined.length - 1] = { text: last.text + text, isOnlyHere };
    else joined.push({ text, isOnlyHere });
  }
  return joined;
}

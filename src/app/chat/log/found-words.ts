import { foldedWithPlaces } from '../../folding/folded-text.ts';
import { textRuns } from './text-runs.ts';

const NAME = 'kitten-found';

/** Marks where words stand in an element, without changing it; nothing for no words. Returns the places in their order. */
export function markWords(element: Element, words: string): readonly Range[] {
  const ranges = words === '' ? [] : textRuns(element).flatMap((run) => rangesIn(run, words));
  const { highlights } = CSS as Partial<typeof CSS>;
  // Older browsers mark the turn alone.
  if (highlights === undefined) return ranges;
  if (ranges.length === 0) highlights.delete(NAME);
  else highlights.set(NAME, new Highlight(...ranges));
  return ranges;
}

/** Words may begin in one text and end in another, as where a part of them is emphasized. */
function rangesIn(run: readonly Text[], words: string): readonly Range[] {
  const { text, starts } = foldedWithPlaces(run.map(({ data }) => data).join(''));
  const ranges: Range[] = [];
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + words.length)) {
    const [from, to] = [starts[at] ?? 0, starts[at + words.length] ?? 0];
    const [first, last] = [placeOf(run, from), placeOf(run, to - 1)];
    if (first === null || last === null) continue;
    const range = first.node.ownerDocument.createRange();
    range.setStart(first.node, first.offset);
    range.setEnd(last.node, last.offset + 1);
    ranges.push(range);
  }
  return ranges;
}

/** The text in which a place of all of them together is. */
function placeOf(run: readonly Text[], place: number): { readonly node: Text; readonly offset: number } | null {
  let before = 0;
  for (const node of run) {
    if (place < before + node.length) return { node, offset: place - before };
    before += node.length;
  }
  return null;
}

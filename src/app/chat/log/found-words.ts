import { foldedWithPlaces } from '../../history/search/folded-text.ts';

const NAME = 'kitten-found';

/** Marks where words stand in an element, without changing it; nothing for no words. Returns the places in their order. */
export function markWords(element: Element, words: string): readonly Range[] {
  const ranges = words === '' ? [] : textNodes(element).flatMap((node) => rangesIn(node, words));
  const { highlights } = CSS as Partial<typeof CSS>;
  // Older browsers mark the turn alone.
  if (highlights === undefined) return ranges;
  if (ranges.length === 0) highlights.delete(NAME);
  else highlights.set(NAME, new Highlight(...ranges));
  return ranges;
}

function textNodes(element: Element): readonly Text[] {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (walker.nextNode() !== null) found.push(walker.currentNode as Text);
  return found;
}

function rangesIn(node: Text, words: string): readonly Range[] {
  const { text, starts } = foldedWithPlaces(node.data);
  const ranges: Range[] = [];
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + words.length)) {
    const range = node.ownerDocument.createRange();
    range.setStart(node, starts[at] ?? 0);
    range.setEnd(node, starts[at + words.length] ?? node.data.length);
    ranges.push(range);
  }
  return ranges;
}

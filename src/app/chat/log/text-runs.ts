/** What stands in a line without breaking it. */
const INLINE = 'a, code, del, em, font, span, strong';

/** The texts of an element, in their order, with those together that are read in one line or paragraph. */
export function textRuns(element: Element): readonly (readonly Text[])[] {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const runs: Text[][] = [];
  let block: Element | null = null;
  while (walker.nextNode() !== null) {
    const { currentNode } = walker;
    if (currentNode instanceof Text) {
      const own = blockOf(currentNode);
      if (own === block) runs.at(-1)?.push(currentNode);
      else runs.push([currentNode]);
      block = own;
    } else if (currentNode instanceof Element && !currentNode.matches(INLINE)) block = null;
  }
  return runs;
}

function blockOf({ parentElement }: Text): Element | null {
  let element = parentElement;
  while (element?.matches(INLINE) === true) element = element.parentElement;
  return element;
}

/** Puts other elements in the place of all texts within one, as the translation of a page by the browser does. */
export function translatePage(element: Element): void {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts: Node[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts.filter(({ nodeValue }) => nodeValue?.trim() !== '')) {
    const font = document.createElement('font');
    font.textContent = 'An orange cat';
    text.parentNode?.replaceChild(font, text);
  }
}

import { returnFocus } from './return-focus.ts';

describe('returnFocus', () => {
  const elements: HTMLElement[] = [];

  function add(tag: 'button' | 'input', parent: HTMLElement = document.body): HTMLElement {
    const element = document.createElement(tag);
    parent.append(element);
    elements.push(element);
    return element;
  }

  afterEach(() => {
    for (const element of elements.splice(0)) element.remove();
  });

  it('brings it back from nowhere', () => {
    const opener = add('button');
    returnFocus(opener);
    expect(document.activeElement).toBe(opener);
  });

  it('brings it back from the overlay that is just closing', () => {
    const overlays = document.createElement('div');
    overlays.className = 'cdk-overlay-container';
    document.body.append(overlays);
    elements.push(overlays);
    const opener = add('button');
    add('input', overlays).focus();
    returnFocus(opener);
    expect(document.activeElement).toBe(opener);
  });

  it('leaves it where somebody has put it meanwhile', () => {
    const opener = add('button');
    const field = add('input');
    field.focus();
    returnFocus(opener);
    expect(document.activeElement).toBe(field);
  });
});

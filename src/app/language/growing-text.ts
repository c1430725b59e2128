import { Directive, effect, ElementRef, inject, input } from '@angular/core';

/**
 * Shows a text that grows, by adding to what is there: a selection in it stays. Where something else has taken the place
 * of its text, as the translation of a page does, it is written anew and goes on.
 */
@Directive({ selector: '[kittenGrowingText]' })
export class GrowingText {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  /** All of the text so far. */
  readonly text = input.required<string>({ alias: 'kittenGrowingText' });

  constructor() {
    effect(() => this.show(this.text()));
  }

  private show(text: string): void {
    const { firstChild, childNodes } = this.element;
    const isOurs = childNodes.length === 1 && firstChild instanceof Text && text.startsWith(firstChild.data);
    if (isOurs) firstChild.appendData(text.slice(firstChild.data.length));
    else this.element.textContent = text;
  }
}

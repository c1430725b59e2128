import { Directive, effect, ElementRef, inject, input, signal } from '@angular/core';

/**
 * Holds the text of a textarea and makes it as high as that text, up to the `max-height` of its style.
 * Neither the text nor the height is touched while an input method composes: that would break the word in the
 * making, or make the page jump with every key.
 */
@Directive({
  selector: 'textarea[kittenGrowWithText]',
  host: {
    '(compositionstart)': 'isComposing.set(true)',
    '(compositionend)': 'isComposing.set(false)',
  },
})
export class GrowWithText {
  /** What the textarea is to hold. */
  readonly text = input.required<string>({ alias: 'kittenGrowWithText' });

  protected readonly isComposing = signal(false);

  constructor() {
    const element = inject<ElementRef<HTMLTextAreaElement>>(ElementRef).nativeElement;
    effect(() => {
      const text = this.text();
      if (this.isComposing()) return;
      if (element.value !== text) element.value = text;
      element.style.height = 'auto';
      element.style.height = `${element.scrollHeight}px`;
    });
  }
}

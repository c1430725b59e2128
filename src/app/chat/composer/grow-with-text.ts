import { DestroyRef, Directive, effect, ElementRef, inject, input, signal } from '@angular/core';

/** Deprecated, and the only way into the browser's own undo. */
interface TypingDocument {
  execCommand(command: 'delete' | 'insertText', showsDialog: false, text: string): boolean;
}

/**
 * Holds the text of a textarea and makes it as high as that text, up to the `max-height` of its style.
 * Neither the text nor the height is touched while an input method composes: that would break the word in the
 * making, or make the page jump with every key.
 */
@Directive({
  selector: 'textarea[kittenGrowWithText]',
  exportAs: 'kittenGrowWithText',
  host: {
    '(input)': 'countEdit()',
    '(compositionstart)': 'composing.set(true)',
    '(compositionend)': 'composing.set(false)',
    // A field that is left without the end of its composition has none any more.
    '(blur)': 'composing.set(false)',
  },
})
export class GrowWithText {
  /** What the textarea is to hold. */
  readonly text = input.required<string>({ alias: 'kittenGrowWithText' });

  protected readonly composing = signal(false);
  /** How often the field was written into: the text may be as before by the time that it is looked at, as where it was sent at once. */
  private readonly edits = signal(0);
  private readonly element = inject<ElementRef<HTMLTextAreaElement>>(ElementRef).nativeElement;
  private width = 0;

  /** Whether an input method composes. */
  readonly isComposing = this.composing.asReadonly();

  constructor() {
    effect(() => {
      const text = this.text();
      this.edits();
      if (this.composing()) return;
      if (this.element.value !== text) this.replaceText(text);
      this.fit();
    });
    // Turned, or beside another panel, the same text takes other lines.
    let frame = 0;
    const observer = new ResizeObserver(() => {
      if (this.element.offsetWidth === this.width || this.composing()) return;
      cancelAnimationFrame(frame);
      // In the next frame: what an observer changes itself it would have to be told again.
      frame = requestAnimationFrame(() => this.fit());
    });
    observer.observe(this.element);
    inject(DestroyRef).onDestroy(() => {
      observer.disconnect();
      cancelAnimationFrame(frame);
    });
  }

  protected countEdit(): void {
    this.edits.update((count) => count + 1);
  }

  /** As if it were typed, where the field has the focus: what was there comes back by Ctrl+Z. */
  private replaceText(text: string): void {
    if (document.activeElement === this.element) {
      this.element.select();
      (document as TypingDocument).execCommand(text === '' ? 'delete' : 'insertText', false, text);
    }
    if (this.element.value !== text) this.element.value = text;
  }

  /** The frame keeps its height while the text is measured: a shorter one for a moment would scroll what is above. */
  private fit(): void {
    const frame = this.element.parentElement;
    if (frame !== null) frame.style.minHeight = `${frame.offsetHeight}px`;
    this.element.style.height = 'auto';
    this.element.style.height = `${this.element.scrollHeight}px`;
    this.width = this.element.offsetWidth;
    if (frame !== null) frame.style.minHeight = '';
  }
}

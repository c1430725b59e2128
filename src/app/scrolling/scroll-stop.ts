import { afterNextRender, DestroyRef, Directive, ElementRef, inject, signal } from '@angular/core';

/**
 * Lets people who have only keys come to an element, and so scroll it, as long as there is more in it than fits: one
 * that fits is no place to stop at. The element needs a role and a name. It is measured when its size or its content
 * changes.
 */
@Directive({ selector: '[kittenScrollStop]', host: { '[attr.tabindex]': 'isScrolling() ? 0 : null' } })
export class ScrollStop {
  protected readonly isScrolling = signal(false);

  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const destroyRef = inject(DestroyRef);
    afterNextRender(() => {
      const measure = (): void => this.isScrolling.set(element.scrollHeight > element.clientHeight);
      const sizes = new ResizeObserver(measure);
      const contents = new MutationObserver(measure);
      sizes.observe(element);
      contents.observe(element, { childList: true, subtree: true, characterData: true });
      destroyRef.onDestroy(() => {
        sizes.disconnect();
        contents.disconnect();
      });
    });
  }
}

import { afterNextRender, DestroyRef, Directive, ElementRef, inject, signal } from '@angular/core';

/**
 * Lets people who have only keys come to an element, and so scroll it, as long as there is more in it than fits: one
 * that fits is no place to stop at. The element needs a role and a name. It is measured when its own size changes.
 */
@Directive({ selector: '[kittenScrollStop]', host: { '[attr.tabindex]': 'isScrolling() ? 0 : null' } })
export class ScrollStop {
  protected readonly isScrolling = signal(false);

  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const destroyRef = inject(DestroyRef);
    afterNextRender(() => {
      const observer = new ResizeObserver(() => this.isScrolling.set(element.scrollHeight > element.clientHeight));
      observer.observe(element);
      destroyRef.onDestroy(() => observer.disconnect());
    });
  }
}

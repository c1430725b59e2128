import { DestroyRef, Directive, ElementRef, inject, input, output, afterNextRender } from '@angular/core';

/** How far below what is seen more is wanted already. */
const AHEAD = '800px';

/** Tells when the reader of a long page comes near its element. */
@Directive({ selector: '[kittenNearEnd]' })
export class NearEnd {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  /** What scrolls. */
  readonly kittenNearEnd = input.required<HTMLElement>();
  /** The reader is near. */
  readonly reached = output();

  constructor() {
    const destroyRef = inject(DestroyRef);
    afterNextRender(() => {
      const observer = new IntersectionObserver(
        (entries) => {
          if (entries.some(({ isIntersecting }) => isIntersecting)) this.reached.emit();
        },
        { root: this.kittenNearEnd(), rootMargin: AHEAD },
      );
      observer.observe(this.element);
      destroyRef.onDestroy(() => observer.disconnect());
    });
  }
}

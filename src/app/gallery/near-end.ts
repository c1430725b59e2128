import { Directive, effect, ElementRef, inject, input, output } from '@angular/core';

/** How far below what is seen more is wanted already. */
const AHEAD = '800px';

/** Tells when the reader of a long page comes near its element. */
@Directive({ selector: '[kittenNearEnd]' })
export class NearEnd {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  /** What scrolls. */
  readonly kittenNearEnd = input.required<HTMLElement>();
  /** How much stands above it: with more of that it looks again, as it may be near still. */
  readonly after = input.required<number>();
  /** The reader is near. */
  readonly reached = output();

  constructor() {
    effect((onCleanup) => {
      this.after();
      const observer = this.observe(this.kittenNearEnd());
      onCleanup(() => observer.disconnect());
    });
  }

  private observe(root: HTMLElement): IntersectionObserver {
    const tell = (entries: readonly IntersectionObserverEntry[]): void => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) this.reached.emit();
    };
    const observer = new IntersectionObserver(tell, { root, rootMargin: AHEAD });
    observer.observe(this.element);
    return observer;
  }
}

import { DestroyRef, Directive, DOCUMENT, ElementRef, inject } from '@angular/core';

/**
 * Keeps the page within what is seen of it where a keyboard on the screen covers its lower part. Chromium makes the
 * page smaller by itself (`interactive-widget`); Safari does not, and moves the page up under its own frame.
 */
@Directive({ selector: '[kittenVisibleViewport]' })
export class VisibleViewport {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly viewport = inject(DOCUMENT).defaultView?.visualViewport;

  constructor() {
    const fit = (): void => this.fit();
    for (const event of ['resize', 'scroll']) this.viewport?.addEventListener(event, fit);
    inject(DestroyRef).onDestroy(() => {
      for (const event of ['resize', 'scroll']) this.viewport?.removeEventListener(event, fit);
    });
  }

  private fit(): void {
    const { viewport, element } = this;
    if (!viewport) return;
    // A page that is zoomed by two fingers is seen in part as well, and is not to change under them.
    const isCovered = viewport.scale === 1 && viewport.height < this.root.clientHeight - 1;
    element.classList.toggle('covered', isCovered);
    element.style.setProperty('--kitten-viewport-top', `${viewport.offsetTop}px`);
    element.style.setProperty('--kitten-viewport-height', `${viewport.height}px`);
  }
}

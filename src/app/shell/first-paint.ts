import { afterNextRender, DOCUMENT, inject, Injector, Service } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';
import { filter, take } from 'rxjs';

/**
 * Takes away what `index.html` shows of a first visit's screen, as soon as the screen itself is there. It lies outside of
 * the root component, which is made long before its first page is.
 */
@Service()
export class FirstPaint {
  private readonly document = inject(DOCUMENT);

  constructor() {
    const injector = inject(Injector);
    inject(Router)
      .events.pipe(
        filter((event) => event instanceof NavigationEnd),
        take(1),
      )
      .subscribe(() => afterNextRender(() => this.remove(), { injector }));
  }

  private remove(): void {
    this.document.getElementById('first-paint')?.remove();
    delete this.document.documentElement.dataset['firstPaint'];
  }
}

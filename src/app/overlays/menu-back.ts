import { DestroyRef, Directive, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatMenuTrigger } from '@angular/material/menu';

import { OverlayHistory } from './overlay-history.ts';

/**
 * Has Back close a menu, rather than leave the page under it. Not one whose choices lead to another page: the browser would
 * still be leaving the menu's entry when the router goes there, and end that.
 */
@Directive({ selector: '[matMenuTriggerFor]:not([leadsElsewhere])' })
export class MenuBack {
  constructor() {
    const [trigger, overlays] = [inject(MatMenuTrigger), inject(OverlayHistory)];
    let closed = (): void => undefined;
    trigger.menuOpened.pipe(takeUntilDestroyed()).subscribe(() => (closed = overlays.add(() => trigger.closeMenu())));
    trigger.menuClosed.pipe(takeUntilDestroyed()).subscribe(() => closed());
    inject(DestroyRef).onDestroy(() => closed());
  }
}

import { DestroyRef, Directive, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatMenuTrigger } from '@angular/material/menu';

import { OverlayHistory } from './overlay-history.ts';

/** Has Back close a menu, rather than leave the page under it. */
@Directive({ selector: '[matMenuTriggerFor]' })
export class MenuBack {
  constructor() {
    const [trigger, overlays] = [inject(MatMenuTrigger), inject(OverlayHistory)];
    let closed = (): void => undefined;
    trigger.menuOpened.pipe(takeUntilDestroyed()).subscribe(() => (closed = overlays.add(() => trigger.closeMenu())));
    trigger.menuClosed.pipe(takeUntilDestroyed()).subscribe(() => closed());
    inject(DestroyRef).onDestroy(() => closed());
  }
}

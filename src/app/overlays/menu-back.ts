import { DestroyRef, Directive, HostAttributeToken, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatMenuTrigger } from '@angular/material/menu';
import { switchMap, take, tap } from 'rxjs';

import { OverlayHistory } from './overlay-history.ts';

/** Has Back close a menu, rather than leave the page under it. `leadsElsewhere` marks one whose choices lead to another page. */
@Directive({ selector: '[matMenuTriggerFor]' })
export class MenuBack {
  constructor() {
    const [trigger, overlays] = [inject(MatMenuTrigger), inject(OverlayHistory)];
    const leadsElsewhere = inject(new HostAttributeToken('leadsElsewhere'), { optional: true }) !== null;
    let [closed, chosen] = [(): void => undefined, (): void => undefined];
    trigger.menuOpened
      .pipe(
        tap(() => {
          const close = (): void => trigger.closeMenu();
          if (leadsElsewhere) ({ closed, chosen } = overlays.addBeforePage(close));
          else closed = chosen = overlays.add(close);
        }),
        switchMap(() => trigger.menu?.close.pipe(take(1)) ?? []),
        takeUntilDestroyed(),
      )
      .subscribe((reason) => (reason === 'click' ? chosen() : closed()));
    inject(DestroyRef).onDestroy(() => closed());
  }
}

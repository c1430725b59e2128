import { Directive, ElementRef, inject, output } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatMenuTrigger } from '@angular/material/menu';
import { switchMap, take } from 'rxjs';

import { returnFocus } from './return-focus.ts';

/**
 * Where the focus goes from a menu that closes: back to what opened it, unless something was picked; then it is for
 * whoever hears of it.
 */
@Directive({ selector: '[kittenMenuFocus]' })
export class MenuFocus {
  /** Something was picked, and the menu is closed. */
  readonly kittenMenuFocus = output();

  constructor() {
    const trigger = inject(MatMenuTrigger);
    const opener = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    trigger.restoreFocus = false;
    trigger.menuOpened
      .pipe(
        switchMap(() => trigger.menu?.close.pipe(take(1)) ?? []),
        takeUntilDestroyed(),
      )
      .subscribe((reason) => {
        if (reason === 'click') this.kittenMenuFocus.emit();
        else returnFocus(opener);
      });
  }
}

import { DOCUMENT, inject, InjectionToken } from '@angular/core';
import { distinctUntilChanged, fromEvent, map, type Observable, startWith } from 'rxjs';

/** Whether nobody sees the page. Cold; begins with how it is; never errors or completes. */
export const PAGE_HIDDEN = new InjectionToken<Observable<boolean>>('PAGE_HIDDEN', {
  factory: () => {
    const document = inject(DOCUMENT);
    return fromEvent(document, 'visibilitychange').pipe(
      startWith(null),
      map(() => document.visibilityState === 'hidden'),
      distinctUntilChanged(),
    );
  },
});

import { effect, inject, type Signal, untracked } from '@angular/core';

import { OverlayHistory } from './overlay-history.ts';

/** Has Back close what lies over the page, or takes its place there, while that is open. */
export function closeOnBack(isOpen: Signal<boolean>, close: () => void): void {
  const overlays = inject(OverlayHistory);
  effect((onCleanup) => {
    if (isOpen()) onCleanup(untracked(() => overlays.add(close)));
  });
}

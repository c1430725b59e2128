import { DestroyRef, DOCUMENT, inject, type Signal, signal } from '@angular/core';

/** Whether a media query holds, as long as the caller lives. In an injection context. */
export function mediaQuery(query: string): Signal<boolean> {
  const list = inject(DOCUMENT).defaultView?.matchMedia(query);
  const holds = signal(list?.matches ?? false);
  const read = (): void => holds.set(list?.matches ?? false);
  list?.addEventListener('change', read);
  inject(DestroyRef).onDestroy(() => list?.removeEventListener('change', read));
  return holds.asReadonly();
}

import { ApplicationRef, DestroyRef, effect, inject, type Signal, signal, untracked } from '@angular/core';

/**
 * The values of a signal, at most one a frame: a text that streams in comes in many pieces between two pictures, and
 * none but the last of them would be seen. The first value is there at once. In an injection context.
 */
export function oncePerAnimationFrame<Value>(source: Signal<Value>, initial: Value): Signal<Value> {
  const application = inject(ApplicationRef);
  const shown = signal(initial);
  let frame: number | undefined;
  let hasBegun = false;
  effect(() => {
    const value = source();
    if (!hasBegun) {
      hasBegun = true;
      shown.set(value);
      return;
    }
    frame ??= requestAnimationFrame(() => {
      frame = undefined;
      shown.set(untracked(source));
      // At once, and not a frame later: what is measured in this frame has to be what is drawn in it.
      application.tick();
    });
  });
  inject(DestroyRef).onDestroy(() => {
    if (frame !== undefined) cancelAnimationFrame(frame);
  });
  return shown.asReadonly();
}

import { DestroyRef, effect, inject, type Signal, signal } from '@angular/core';

/** How far down the visible part a row reaches that is being looked at. */
const LOOKED_AT = 0.4;

/**
 * The id of the row of a list that is being looked at; null before it is known. Listens apart from Angular, which would
 * check every component for each scrolled frame. In an injection context.
 */
export function injectRowInView(scroller: Signal<HTMLElement>): Signal<string | null> {
  const row = signal<string | null>(null);
  let frame = 0;
  const look = (): void => {
    frame = 0;
    row.set(rowAt(scroller()) ?? row());
  };
  const schedule = (): void => {
    if (frame === 0) frame = requestAnimationFrame(look);
  };
  effect((onCleanup) => {
    const element = scroller();
    const observer = new ResizeObserver(schedule);
    element.addEventListener('scroll', schedule, { passive: true });
    // What grows or comes moves the rows, and scrolls nothing.
    for (const part of [element, ...element.children]) observer.observe(part);
    onCleanup(() => {
      element.removeEventListener('scroll', schedule);
      observer.disconnect();
    });
  });
  inject(DestroyRef).onDestroy(() => cancelAnimationFrame(frame));
  return row.asReadonly();
}

/** Rows that are held out of sight are in the page too, and not in order. */
function rowAt(scroller: HTMLElement): string | undefined {
  const view = scroller.getBoundingClientRect();
  // At the end it is the last one, however low it stands: nothing brings it higher.
  const isAtEnd = scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1;
  const line = view.top + view.height * (isAtEnd ? 1 : LOOKED_AT);
  const rows = [...scroller.querySelectorAll<HTMLElement>('[data-row]')].map((row) => ({
    id: row.dataset['row'],
    box: row.getBoundingClientRect(),
  }));
  const above = rows.filter(({ box }) => box.height > 0 && box.top <= line);
  return above.reduce((best, other) => (other.box.top > best.box.top ? other : best), above[0] ?? NONE).id;
}

const NONE = { id: undefined, box: new DOMRect() };

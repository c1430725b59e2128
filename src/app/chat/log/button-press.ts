/** How far the mouse moves before it draws a selection, in pixels. */
const SLOP = 4;

/** A button of the mouse that is down on something: a click while the mouse stays, a selection once it moves. */
export class ButtonPress {
  private readonly element: Element;
  private readonly top: number;
  private isStill = true;

  /** Begins with `pointerdown` on an element; `ended` is called after the click that comes of it, if one does. */
  constructor(element: Element, { clientX, clientY }: PointerEvent, ended: () => void) {
    this.element = element;
    this.top = element.getBoundingClientRect().top;
    const listening = new AbortController();
    const notice = (event: Event): void => {
      const { buttons, clientX: x, clientY: y } = event as PointerEvent;
      if (Math.hypot(x - clientX, y - clientY) > SLOP) this.isStill = false;
      if (buttons > 0) return;
      listening.abort();
      requestAnimationFrame(ended);
    };
    // Whoever keeps the end of a press to itself, as players do, lets the next move be seen.
    for (const name of ['pointerup', 'pointercancel', 'pointermove']) {
      window.addEventListener(name, notice, { signal: listening.signal });
    }
  }

  /** Whether it can still become a click. */
  get isClick(): boolean {
    return this.isStill && this.element.isConnected;
  }

  /** How far what is pressed has moved down in the window, in pixels; 0 for a selection, which may scroll it away. */
  get distance(): number {
    return this.isClick ? this.element.getBoundingClientRect().top - this.top : 0;
  }
}

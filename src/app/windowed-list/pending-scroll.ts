/** So many frames without a measurement, and the rows about the place are as high as they are. */
const QUIET_FRAMES = 10;

/** What somebody does who wants to be elsewhere, or to stay. */
const OWN_MOVES = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/**
 * A scroll to a place that is known only roughly until the rows about it are measured: it is repeated after each
 * measurement, and ends when there are none any more or the person moves. The list's library has the same of its own,
 * which nothing can end: who scrolled in the meantime was carried back.
 */
export class PendingScroll {
  private readonly scroller: HTMLElement;
  private position: (() => number | null) | null = null;
  private moves = new AbortController();
  private quietFrames = 0;
  private frame = 0;

  constructor(scroller: HTMLElement) {
    this.scroller = scroller;
  }

  /** Scrolls to a position in pixels, in place of whatever was pending; null where it is there no more. */
  start(position: () => number | null): void {
    this.cancel();
    this.position = position;
    this.moves = new AbortController();
    for (const name of OWN_MOVES) {
      this.scroller.addEventListener(name, () => this.cancel(), { passive: true, signal: this.moves.signal });
    }
    this.waitForQuiet();
    this.repeat();
  }

  /** Rows have been measured: the place may be another one. */
  repeat(): void {
    if (this.position === null) return;
    const position = this.position();
    if (position === null) return this.cancel();
    this.quietFrames = 0;
    this.scroller.scrollTop = position;
  }

  /** Stays wherever it is now. */
  cancel(): void {
    this.position = null;
    this.moves.abort();
    cancelAnimationFrame(this.frame);
  }

  private waitForQuiet(): void {
    this.frame = requestAnimationFrame(() => {
      if (this.quietFrames++ < QUIET_FRAMES) this.waitForQuiet();
      else this.cancel();
    });
  }
}

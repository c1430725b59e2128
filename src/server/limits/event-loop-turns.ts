/**
 * Lets one through in each turn of the event loop, in the order in which they came: between two of them everybody else
 * is served. For work that is short by itself and long when many ask for it at once.
 */
export class EventLoopTurns {
  readonly #waiting: (() => void)[] = [];
  /** Whether somebody has passed in this turn of the event loop. */
  #isTaken = false;

  /** Resolves in a turn of the event loop that is the caller’s alone: at once where nobody has had this one. */
  next(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      if (!this.#isTaken) this.#letOneThrough();
    });
  }

  #letOneThrough(): void {
    const next = this.#waiting.shift();
    this.#isTaken = next !== undefined;
    if (next === undefined) return;
    next();
    setImmediate(() => this.#letOneThrough());
  }
}

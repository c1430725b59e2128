/** Events on their way from whoever pushes them to one reader, in order. */
export class EventChannel<Event> implements AsyncIterable<Event> {
  readonly #waiting: Event[] = [];
  /** Ends the reading, or fails it. */
  #end: (() => void) | undefined;
  #wake: (() => void) | undefined;

  push(event: Event): void {
    if (this.#end) return;
    this.#waiting.push(event);
    this.#wake?.();
  }

  /** Ends after what waits has been read. */
  end(): void {
    this.#close(() => undefined);
  }

  /** Drops what waits; the reader gets the error next. */
  fail(error: unknown): void {
    if (this.#end) return;
    this.#waiting.length = 0;
    this.#close(() => {
      throw error;
    });
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Event, void, undefined> {
    for (;;) {
      const next = this.#waiting.shift();
      if (next !== undefined) yield next;
      else if (this.#end) return this.#end();
      else await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  #close(end: () => void): void {
    this.#end ??= end;
    this.#wake?.();
  }
}

interface Ending {
  readonly isFailure: boolean;
  readonly error?: unknown;
}

/** Events on their way from whoever pushes them to one reader, in order. */
export class EventChannel<Event> implements AsyncIterable<Event> {
  readonly #waiting: Event[] = [];
  #end: Ending | undefined;
  #wake: (() => void) | undefined;

  push(event: Event): void {
    if (this.#end) return;
    this.#waiting.push(event);
    this.#wake?.();
  }

  /** Ends after what waits has been read. */
  end(): void {
    this.#close({ isFailure: false });
  }

  /** Drops what waits; the reader gets the error next. */
  fail(error: unknown): void {
    if (this.#end) return;
    this.#waiting.length = 0;
    this.#close({ error, isFailure: true });
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Event, void, undefined> {
    for (;;) {
      const next = this.#waiting.shift();
      if (next !== undefined) yield next;
      else if (this.#end?.isFailure) throw this.#end.error;
      else if (this.#end) return;
      else await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  #close(end: Ending): void {
    this.#end ??= end;
    this.#wake?.();
  }
}

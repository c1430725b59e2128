/** How many are known: the server's list shows a hundred, so that an older one can't be taken for a lost one any more. */
const CAPACITY = 1_000;

/** The newest works that have been followed, by their ids. */
export class KnownWorks {
  readonly #ids = new Set<string>();

  add(id: string): void {
    // What is followed again is new again.
    this.#ids.delete(id);
    this.#ids.add(id);
    const [oldest = ''] = this.#ids;
    if (this.#ids.size > CAPACITY) this.#ids.delete(oldest);
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }
}

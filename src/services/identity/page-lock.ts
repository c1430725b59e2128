import { v4 as uuidv4 } from 'uuid';

/** Pages without a secure context have no Web Locks. */
function lockManager(): LockManager | undefined {
  return (navigator as Partial<Navigator>).locks;
}

/** Shows the other tabs of this browser that a page is alive, by a Web Lock that goes with it. */
export class PageLock {
  /** Names this page. */
  readonly page = uuidv4();
  readonly #prefix: string;
  #endHold: () => void = () => undefined;
  #released: Promise<unknown> = Promise.resolve();
  #held: Promise<void> | undefined;
  readonly #watching = new AbortController();

  /** `prefix` is what the names of the locks begin with: pages see those with the same one. */
  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  /** Resolves once the others can see it, or can't be shown: where cookies are blocked, so are locks. */
  hold(): Promise<void> {
    this.#held ??= this.#request();
    return this.#held;
  }

  /** Resolves once the others can't see it any more. */
  async release(): Promise<void> {
    this.#watching.abort();
    this.#endHold();
    await this.#released;
  }

  /** The pages that are alive; without Web Locks none can be seen. */
  async livePages(): Promise<ReadonlySet<string>> {
    const prefix = this.#prefix;
    const { held = [] } =
      (await lockManager()
        ?.query()
        .catch(() => undefined)) ?? {};
    // Those that wait for the end of a page share its lock for a moment once it is over.
    const names = held.flatMap(({ name = '', mode }) =>
      mode === 'exclusive' && name.startsWith(prefix) ? [name] : [],
    );
    return new Set(names.map((name) => name.slice(prefix.length)));
  }

  /** Resolves once another page has closed, and never where that can't be seen or this page is not there any more. */
  async waitForClose(page: string): Promise<void> {
    const { signal } = this.#watching;
    const request = lockManager()?.request(this.#prefix + page, { mode: 'shared', signal }, () => undefined);
    await (request ?? new Promise(() => undefined)).catch(() => new Promise(() => undefined));
  }

  async #request(): Promise<void> {
    const manager = lockManager();
    if (manager === undefined) return;
    const end = new Promise<void>((resolve) => (this.#endHold = resolve));
    await new Promise<void>((resolve) => {
      const request = manager.request(this.#prefix + this.page, () => {
        resolve();
        return end;
      });
      this.#released = request.catch(() => resolve());
    });
  }
}

import type { Bus } from '../../ports/index.ts';

export interface WatchedSetOptions {
  /** The channel on which processes tell each other that the set has changed. */
  readonly channel: string;
  /** Reads all of it. */
  readonly read: () => Promise<readonly string[]>;
  /** How often to read it anyway, in milliseconds. */
  readonly intervalMs: number;
  /** Called with why it could not be read; it stays as it was until the next time. */
  readonly onFault: (error: unknown) => void;
}

/**
 * A small set in the database that is asked synchronously: a copy of it, read again when another process says that it has
 * changed, when that may have been lost, and at an interval.
 */
export class WatchedSet {
  readonly #options: WatchedSetOptions;
  readonly #bus: Bus;
  readonly #listeners = new Set<(member: string) => void>();
  readonly #timer: NodeJS.Timeout;
  readonly #ends: readonly (() => void)[];
  #members: ReadonlySet<string> = new Set();
  #reading: Promise<void> | undefined;
  /** Whether it has changed since it was begun to be read. */
  #isStale = false;

  private constructor(bus: Bus, options: WatchedSetOptions) {
    this.#bus = bus;
    this.#options = options;
    const look = (): void => void this.refresh();
    this.#timer = setInterval(look, options.intervalMs).unref();
    this.#ends = [bus.subscribe(options.channel, look), bus.watchLosses(look)];
  }

  /** Rejects where it can't be read. */
  static async open(bus: Bus, options: WatchedSetOptions): Promise<WatchedSet> {
    const members = await options.read();
    const set = new WatchedSet(bus, options);
    set.#members = new Set(members);
    return set;
  }

  has(member: string): boolean {
    return this.#members.has(member);
  }

  /** Calls a listener with each member that is added from now on, whoever adds it; returns what ends that. */
  watch(listener: (member: string) => void): () => void {
    const own = (member: string): void => listener(member);
    this.#listeners.add(own);
    return () => void this.#listeners.delete(own);
  }

  /** This process has changed it in the database: tells the others, and resolves once it is known here. */
  async changed(): Promise<void> {
    this.#bus.publish(this.#options.channel, '');
    await this.refresh();
  }

  /** Reads it again. Never rejects. */
  async refresh(): Promise<void> {
    this.#isStale = true;
    this.#reading ??= this.#read();
    await this.#reading;
  }

  /** Resolves once nothing is being read. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    for (const end of this.#ends) end();
    await this.#reading;
  }

  async #read(): Promise<void> {
    while (this.#isStale) {
      this.#isStale = false;
      try {
        this.#replace(new Set(await this.#options.read()));
      } catch (error) {
        this.#options.onFault(error);
      }
    }
    this.#reading = undefined;
  }

  #replace(members: ReadonlySet<string>): void {
    const added = [...members].filter((member) => !this.#members.has(member));
    this.#members = members;
    for (const member of added) for (const listener of this.#listeners) listener(member);
  }
}

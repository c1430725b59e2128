import { isSignature, signatureOf } from './signing.ts';

/** Opens one medium to whoever has it, until it ends. */
export interface MediaLink {
  /** What stands behind `?` in the address. */
  readonly query: string;
  /** In milliseconds since the Unix epoch. */
  readonly endsAt: number;
}

/** Signs links to media, and knows its own again. */
export class MediaLinks {
  readonly #key: Uint8Array;
  readonly #lastMs: number;
  readonly #now: () => number;

  /** @param lastMs how long a link is good, in milliseconds; `now` is the time, in milliseconds since the Unix epoch */
  constructor(key: Uint8Array, lastMs: number, now = () => Date.now()) {
    this.#key = key;
    this.#lastMs = lastMs;
    this.#now = now;
  }

  linkTo(name: string): MediaLink {
    const end = Math.ceil((this.#now() + this.#lastMs) / 1_000);
    const until = end.toString(36);
    const query = `until=${until}&key=${signatureOf(this.#key, 'link', `${name} ${until}`)}`;
    return { query, endsAt: end * 1_000 };
  }

  /** Whether the query of an address is that of a link to a medium which is not over. */
  isLinkTo(name: string, query: unknown): boolean {
    const { until, key } = query as { readonly until?: unknown; readonly key?: unknown };
    if (typeof until !== 'string' || typeof key !== 'string' || !/^[0-9a-z]{1,9}$/.test(until)) return false;
    const isGood = Number.parseInt(until, 36) * 1_000 > this.#now();
    return isGood && isSignature(key, this.#key, 'link', `${name} ${until}`);
  }
}

/** A medium in the cache. */
export interface CachedMedium {
  /** Where it came from: an absolute `http` or `https` address. */
  readonly address: string;
  /** Its size. */
  readonly bytes: number;
  /** When it was saved or last played, in milliseconds since the Unix epoch. */
  readonly usedAt: number;
}

/** Saves media on the device, beyond the page. Every method may reject: the browser may forbid it, or be full. */
export interface MediaStore {
  /** Everything that is saved, in any order. */
  list(): Promise<readonly CachedMedium[]>;
  /** What is saved for an address, with its type; undefined where nothing is. */
  get(address: string): Promise<Blob | undefined>;
  /** Saves a medium, in place of what the address had before. */
  save(address: string, body: Blob, usedAt: number): Promise<void>;
  /** Records that a medium was played; one that is not there is fine. */
  touch(address: string, usedAt: number): Promise<void>;
  /** Deletes media; those that are not there are fine. */
  delete(addresses: readonly string[]): Promise<void>;
}

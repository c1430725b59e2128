/**
 * In the place of an address: the medium was there before this database knew of anything. It counts as room that is taken, but
 * may be what a database knows that is missing today, so that it is not removed for being unused.
 */
export const FOUND_ADDRESS = 'found';

/** A medium, for whom it is stored, and how large it is. */
export interface LedgerEntry {
  readonly name: string;
  /** What counts as an address; empty where it is not known. */
  readonly address: string;
  readonly bytes: number;
  /** The key of the user code that it is for; absent where that is not known. */
  readonly code?: string | undefined;
}

/** How many bytes of media are stored, and for whom; in the database, so that all gateways of one know the same. */
export interface MediaLedger {
  /** Enters a medium, in the place of what was found under its name. */
  add(entry: LedgerEntry): Promise<void>;
  /** Enters a medium of which it is not known for whom it is, unless it is entered already. */
  addFound(entry: Omit<LedgerEntry, 'code'>): Promise<void>;
  remove(name: string): Promise<void>;
  names(): Promise<ReadonlySet<string>>;
  /** The names of all but those that were there before the database. */
  ownNames(): Promise<ReadonlySet<string>>;
  /** Whether the database has never known a code, nor a medium of its own. */
  isNew(): Promise<boolean>;
}

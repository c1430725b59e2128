/** What JSON can hold. */
export type JsonValue =
  null | string | number | boolean | readonly JsonValue[] | { readonly [name: string]: JsonValue | undefined };

/**
 * What is stored of a job's operation on another machine. It is written before the request that starts the operation, and again
 * with the answer to it. An entry without an `operation` therefore says: it may have been started.
 */
export interface JournalEntry {
  /** Which of the engine's servers was asked; no secret in it. */
  readonly endpoint: string;
  /** When it was asked, in milliseconds since the Unix epoch: what an estimate learns from, and a search goes by. */
  readonly startedAt: number;
  /**
   * When the job's first server was asked, where this is not the first: its deadline is counted from there, however often
   * it was refused since.
   */
  readonly firstStartedAt?: number;
  /** What the server calls the operation; absent until it has answered. */
  readonly operation?: JsonValue;
}

/** The stored entry of one job. It outlives the process, and ends with the job. */
export interface JobJournal {
  /** What is stored now; undefined where no start has been asked for. */
  readonly entry: JournalEntry | undefined;
  /** Replaces what is stored; undefined where nothing was started after all. Resolves once no crash can take it back. */
  write(entry: JournalEntry | undefined): Promise<void>;
}

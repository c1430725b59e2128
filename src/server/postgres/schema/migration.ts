/** One step of the schema. */
export interface Migration {
  /** What it does, in a few words, for whoever looks at the table `schema_steps`. */
  readonly name: string;
  /** Its statements, which run in one transaction with all other steps that are missing. */
  readonly sql: string;
  /**
   * The number of steps that the oldest program knows which may go on running beside it. Programs of two versions run
   * side by side while a cluster is upgraded, so a step keeps what the version before it reads and writes: it adds, and a
   * later version's step removes.
   */
  readonly worksWith: number;
}

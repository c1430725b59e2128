/** How a job ended: well, by its client, or with the code of an error. */
export interface JobEnd {
  /** The id of its engine. */
  readonly engine: string;
  /** `completed`, `cancelled`, or the code of an error. */
  readonly outcome: string;
  /** How long its last run took. */
  readonly seconds: number;
}

/** What counts what happens in a gateway. */
export interface Meter {
  /** A message of a client has come, of this type. */
  received(type: string): void;
  /** A message or a connection was refused: `rate_limited`, the code of an error; `close_4429`, of a close; `http_503`. */
  refused(cause: string): void;
  accepted(engine: string): void;
  ended(end: JobEnd): void;
}

/** A client's position in a log of the server's: it has everything up to there. */
export interface LogPosition {
  /** Names the log that `seq` counts in. */
  readonly epoch: string;
  /** The newest `seq` that it has. */
  readonly seq: number;
}

/** Names a log: each user code has one at each server, until its data are lost. */
export interface LogName {
  /** The user code. */
  readonly code: string;
  /** The socket's address without the user code. */
  readonly endpoint: string;
  /** What the server calls it. */
  readonly epoch: string;
}

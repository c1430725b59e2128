/** Brings another device under a user code, once and soon. */
export interface JoinCode {
  /** To be read and typed by people. */
  readonly joinCode: string;
  /** In milliseconds since the Unix epoch. */
  readonly endsAt: number;
}

/** The join codes that are good now. All processes that share a store know the same ones. */
export interface JoinCodes {
  /** One for a user code, in place of any that it had. Rejects where it can't be kept now. */
  issue(userCode: string): Promise<JoinCode>;
  /**
   * The user code that one leads to, however it was typed, and to one alone of those who ask at once; undefined where there is
   * none, or it is over. Rejects where that can't be known now.
   */
  redeem(typed: string): Promise<string | undefined>;
}

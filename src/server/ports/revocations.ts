/** The user codes that are valid no more. */
export interface Revocations {
  /** Whether a code has been revoked. Answers at once: it is asked while a socket opens. */
  has(code: string): boolean;
  /** Hears every code that is revoked from now on, within a few seconds; returns what ends it. */
  watch(listener: (code: string) => void): () => void;
}

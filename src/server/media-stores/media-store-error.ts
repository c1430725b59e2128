/** Media can't be stored or read where they are to be; the message is a line for people. */
export class MediaStoreError extends Error {
  override readonly name = 'MediaStoreError';
  /** What an operator looks up: `AccessDenied`, `ECONNREFUSED`. */
  readonly code: string;

  constructor(message: string, code: string, cause: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

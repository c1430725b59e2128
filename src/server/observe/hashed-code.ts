import { createHash } from 'node:crypto';

const LENGTH = 12;

/** A user code as logs have it: who has a log can tell two codes apart, and use neither, for a code is 122 random bits. */
export function hashedCode(code: string): string {
  return createHash('sha256').update(code).digest('hex').slice(0, LENGTH);
}

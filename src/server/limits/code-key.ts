import { createHash } from 'node:crypto';

/**
 * What stands for a user code everywhere behind the routes, in memory and on disk: its SHA-256. The code is a secret, and
 * whoever reads the data must not be able to connect with what is there. A UUID has 122 random bits, so that no salt is
 * needed: nobody can try them all.
 */
export function codeKey(code: string): string {
  return createHash('sha256').update(code).digest('base64url');
}

import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, string, number, Buffer>(scrypt);

const LOOKUP_BYTES = 32;
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';

/** What a join code is turned into: what it is found by, and what opens what was sealed with it. */
export interface JoinKeys {
  readonly lookup: string;
  readonly key: Uint8Array;
}

/**
 * Turns join codes into keys. A join code has forty random bits, and who reads the database could try all of them, if one
 * try did not take some fifty milliseconds of a core. Done one after the other: each takes 16 MiB and a thread.
 */
export class JoinKeyMaker {
  readonly #salt: string;
  #last: Promise<unknown> = Promise.resolve();

  /** @param salt another one for each database, so that nobody can begin before having it */
  constructor(salt: string) {
    this.#salt = salt;
  }

  keysOf(joinCode: string): Promise<JoinKeys> {
    const keys = this.#last.then(async () => {
      const bytes = await derive(joinCode, this.#salt, LOOKUP_BYTES + KEY_BYTES);
      return { lookup: bytes.toString('base64url', 0, LOOKUP_BYTES), key: bytes.subarray(LOOKUP_BYTES) };
    });
    this.#last = keys.catch(() => undefined);
    return keys;
  }
}

/** A text that only the key opens. */
export function seal(text: string, key: Uint8Array): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** The text that was sealed. Throws where it is another key's. */
export function unseal(sealed: string, key: Uint8Array): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const [iv, tag] = [bytes.subarray(0, IV_BYTES), bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES)];
  const decipher = createDecipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES }).setAuthTag(tag);
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
}

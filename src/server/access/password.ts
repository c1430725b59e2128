import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, Buffer>(scrypt);

const HASH_BYTES = 32;
const SALT_BYTES = 16;

/**
 * A password, stored as its scrypt hash and compared in constant time. Tries are hashed one after the other: each takes
 * 16 MiB and a thread.
 */
export class Password {
  readonly #salt = randomBytes(SALT_BYTES);
  readonly #hash: Promise<Buffer>;
  #last: Promise<unknown> = Promise.resolve();

  constructor(password: string) {
    this.#hash = derive(password, this.#salt, HASH_BYTES);
  }

  /** Whether a text is the password. */
  matches(text: string): Promise<boolean> {
    const matches = this.#last.then(async () =>
      timingSafeEqual(await derive(text, this.#salt, HASH_BYTES), await this.#hash),
    );
    this.#last = matches.catch(() => undefined);
    return matches;
  }
}

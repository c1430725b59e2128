import { randomBytes } from 'node:crypto';
import { isSignature, signatureOf } from './signing.ts';

/** Lets whoever has it in until it ends. */
export interface Pass {
  /** For a cookie or a query: `END.NONCE.SIGNATURE`, without a character that has to be escaped there. */
  readonly value: string;
  /** In milliseconds since the Unix epoch. */
  readonly endsAt: number;
}

const NONCE_BYTES = 9;
const FORM = /^([0-9a-z]{1,9})\.([\w-]{12})\.([\w-]{43})$/;

/** Signs passes, and knows its own again. It stores none: a pass says by itself until when it is good. */
export class Passes {
  readonly #key: Uint8Array;
  readonly #now: () => number;

  /** `now` is the time, in milliseconds since the Unix epoch. */
  constructor(key: Uint8Array, now = () => Date.now()) {
    this.#key = key;
    this.#now = now;
  }

  /** A pass that is good for so long, in milliseconds. */
  issue(lastsMs: number): Pass {
    const end = Math.ceil((this.#now() + lastsMs) / 1_000);
    const signed = `${end.toString(36)}.${randomBytes(NONCE_BYTES).toString('base64url')}`;
    return { value: `${signed}.${signatureOf(this.#key, 'pass', signed)}`, endsAt: end * 1_000 };
  }

  /** When a pass ends, in milliseconds since the Unix epoch; undefined where it is over, or none of these. */
  endOf(value: string): number | undefined {
    const [, end = '', nonce = '', signature = ''] = FORM.exec(value) ?? [];
    if (!isSignature(signature, this.#key, 'pass', `${end}.${nonce}`)) return undefined;
    const endsAt = Number.parseInt(end, 36) * 1_000;
    return endsAt > this.#now() ? endsAt : undefined;
  }
}

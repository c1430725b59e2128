import type { IncomingHttpHeaders } from 'node:http';
import { cookieName, cookieOf } from './cookies.ts';
import { isSignature, signatureOf } from './signing.ts';

/** Enough of a code's key that no two have the same. */
const MARK_LENGTH = 22;
/** More codes than anybody goes on using; a cookie holds no more than 4 kB. */
const MOST_CODES = 20;

/**
 * Which user codes a browser has connected with, as a cookie: a `<video>` sends that, and no code. Those of before a refresh
 * stay, so that their clips still play.
 */
export class OwnerCookie {
  readonly name: string;
  readonly #key: Uint8Array;

  constructor(key: Uint8Array) {
    this.#key = key;
    this.name = cookieName('owner', key);
  }

  /** Its value with one more code, by its key. */
  valueWith(headers: IncomingHttpHeaders, codeKey: string): string {
    const mark = codeKey.slice(0, MARK_LENGTH);
    const marks = [mark, ...this.#marksIn(headers).filter((other) => other !== mark)].slice(0, MOST_CODES).join('.');
    return `${marks}.${signatureOf(this.#key, 'owner', marks)}`;
  }

  /** What tells whether a request's cookie names one of some codes, by their keys. It keeps nothing else of the request. */
  ownersIn(headers: IncomingHttpHeaders): (codeKeys: readonly string[]) => boolean {
    const marks = this.#marksIn(headers);
    return (codeKeys) => codeKeys.some((codeKey) => marks.includes(codeKey.slice(0, MARK_LENGTH)));
  }

  #marksIn(headers: IncomingHttpHeaders): readonly string[] {
    const value = cookieOf(headers, this.name) ?? '';
    const end = value.lastIndexOf('.');
    if (end < 0) return [];
    const marks = value.slice(0, end);
    return isSignature(value.slice(end + 1), this.#key, 'owner', marks) ? marks.split('.') : [];
  }
}

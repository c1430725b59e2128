import type { FastifyRequest } from 'fastify';
import { QueryParameter } from '../../protocol/index.ts';
import { cookieName, cookieOf } from './cookies.ts';
import { type Pass, Passes } from './passes.ts';
import { Password } from './password.ts';

/** Who may use a gateway that asks for a password. */
export interface AccessOptions {
  readonly password: string;
  /** How long a pass is good that came by the password, in milliseconds. */
  readonly passLastsMs: number;
}

/** What a request says of itself, as far as admission looks at it. */
type Asking = Pick<FastifyRequest, 'headers' | 'query'>;

/**
 * Decides who comes in, apart from the user code: a refreshed code changes nothing. Without a password everybody does, for
 * ever.
 */
export class Admission {
  /** What the cookie with the pass is called. */
  readonly cookieName: string;
  readonly #passes: Passes;
  readonly #password: Password | undefined;
  readonly #passLastsMs: number;

  constructor(key: Uint8Array, access: AccessOptions | undefined) {
    this.cookieName = cookieName('pass', key);
    this.#passes = new Passes(key);
    this.#password = access && new Password(access.password);
    this.#passLastsMs = access?.passLastsMs ?? 0;
  }

  /** Whether it asks for anything. */
  get isOpen(): boolean {
    return this.#password === undefined;
  }

  /** Until when a request's sender is let in, in milliseconds since the Unix epoch; undefined where it is not. */
  endFor({ headers, query }: Asking): number | undefined {
    if (this.isOpen) return Infinity;
    const inQuery = (query as Readonly<Record<string, unknown>>)[QueryParameter.Pass];
    const values = [cookieOf(headers, this.cookieName), inQuery].filter((value) => typeof value === 'string');
    return values.map((value) => this.#passes.endOf(value)).find((end) => end !== undefined);
  }

  /** A new pass for the password; undefined for any other text. */
  async passFor(password: string): Promise<Pass | undefined> {
    const isRight = (await this.#password?.matches(password)) === true;
    return isRight ? this.#passes.issue(this.#passLastsMs) : undefined;
  }

  /** A pass that somebody was given, as it can be used; undefined where it is over or none. */
  knownPass(value: string): Pass | undefined {
    const endsAt = this.#passes.endOf(value);
    return endsAt === undefined ? undefined : { value, endsAt };
  }
}

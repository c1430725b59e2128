import { randomInt } from 'node:crypto';

/** Brings another device under a user code, once and soon. */
export interface JoinCode {
  /** To be read and typed by people: 8 of {@link LETTERS}. */
  readonly joinCode: string;
  /** In milliseconds since the Unix epoch. */
  readonly endsAt: number;
}

/** None that looks like another. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const LENGTH = 8;
const LAST_MS = 10 * 60 * 1_000;
/** More are not wanted at once; then the oldest ones go. */
const MOST = 10_000;

/** The join codes that are good now. They live in memory: a gateway that is started anew knows none of them. */
export class JoinCodes {
  readonly #now: () => number;
  /** By join code, the oldest first. */
  readonly #owners = new Map<string, { readonly userCode: string; readonly endsAt: number }>();

  /** `now` is the time, in milliseconds since the Unix epoch. */
  constructor(now = () => Date.now()) {
    this.#now = now;
  }

  /** One for a user code, in place of any that it had. */
  issue(userCode: string): JoinCode {
    this.#forget((owner) => owner.userCode === userCode || owner.endsAt <= this.#now());
    const [oldest] = this.#owners.keys();
    if (oldest !== undefined && this.#owners.size >= MOST) this.#owners.delete(oldest);
    const joinCode = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
    const endsAt = this.#now() + LAST_MS;
    this.#owners.set(joinCode, { userCode, endsAt });
    return { joinCode, endsAt };
  }

  /** The user code that one leads to, once, however it was typed; undefined where there is none, or it is over. */
  redeem(typed: string): string | undefined {
    const joinCode = typed.toUpperCase().replaceAll(/[\s-]/g, '');
    const owner = this.#owners.get(joinCode);
    this.#owners.delete(joinCode);
    return owner !== undefined && owner.endsAt > this.#now() ? owner.userCode : undefined;
  }

  #forget(isOver: (owner: { readonly userCode: string; readonly endsAt: number }) => boolean): void {
    for (const [joinCode, owner] of this.#owners) if (isOver(owner)) this.#owners.delete(joinCode);
  }
}

import type { JoinCode, JoinCodes } from '../ports/index.ts';
import { JOIN_CODE_LASTS_MS, newJoinCode, plainJoinCode } from './join-code.ts';

interface Owner {
  readonly userCode: string;
  readonly endsAt: number;
}

/** More are not wanted at once; then the oldest ones go. */
const MOST = 10_000;

/** The join codes of a gateway that is the only one. They live in memory: one that is started anew knows none of them. */
export class MemoryJoinCodes implements JoinCodes {
  readonly #now: () => number;
  /** By join code, the oldest first. */
  readonly #owners = new Map<string, Owner>();

  /** `now` is the time, in milliseconds since the Unix epoch. */
  constructor(now = () => Date.now()) {
    this.#now = now;
  }

  issue(userCode: string): Promise<JoinCode> {
    this.#forget((owner) => owner.userCode === userCode || owner.endsAt <= this.#now());
    const [oldest] = this.#owners.keys();
    if (oldest !== undefined && this.#owners.size >= MOST) this.#owners.delete(oldest);
    const joinCode = newJoinCode();
    const endsAt = this.#now() + JOIN_CODE_LASTS_MS;
    this.#owners.set(joinCode, { userCode, endsAt });
    return Promise.resolve({ joinCode, endsAt });
  }

  redeem(typed: string): Promise<string | undefined> {
    const joinCode = plainJoinCode(typed);
    const owner = this.#owners.get(joinCode);
    this.#owners.delete(joinCode);
    return Promise.resolve(owner !== undefined && owner.endsAt > this.#now() ? owner.userCode : undefined);
  }

  #forget(isOver: (owner: Owner) => boolean): void {
    for (const [joinCode, owner] of this.#owners) if (isOver(owner)) this.#owners.delete(joinCode);
  }
}

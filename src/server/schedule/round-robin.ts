/** Whose turns have been, as JSON has it, for a process that goes on with them. */
export interface RoundState {
  readonly round: number;
  /** The next round of each that has had its turn in this one. */
  readonly next: Readonly<Record<string, number>>;
}

/**
 * Whose turn it is among several, each named by a key: everybody has one turn in a round. Whoever comes anew has one in
 * the round that is under way, and whoever has had it waits for the next.
 */
export class RoundRobin {
  #round: number;
  /** The next round of each that has had its turn in this one. */
  readonly #next: Map<string, number>;

  /** @param state where another one was; default: at the beginning */
  constructor({ round, next }: RoundState = { round: 0, next: {} }) {
    this.#round = round;
    this.#next = new Map(Object.entries(next));
  }

  /** Where it is now. */
  get state(): RoundState {
    return { round: this.#round, next: Object.fromEntries(this.#next) };
  }

  /** The round in which a key has its next turn: the lower, the earlier. */
  roundOf(key: string): number {
    return Math.max(this.#round, this.#next.get(key) ?? 0);
  }

  /** Gives a key its turn. */
  giveTurn(key: string): void {
    const round = this.roundOf(key);
    if (round > this.#round) {
      this.#round = round;
      for (const [other, next] of this.#next) if (next <= round) this.#next.delete(other);
    }
    this.#next.set(key, round + 1);
  }

  /** Whether somebody has had a turn in this round, and would have another one if this were forgotten. */
  remembers(key: string): boolean {
    return (this.#next.get(key) ?? 0) > this.#round;
  }
}

import type { JobOwner } from '../ports/index.ts';
import { RoundRobin, type RoundState } from './round-robin.ts';

/** What waits for its turn. */
export interface Waiting {
  readonly owner: JobOwner;
  /** Rises with each that is added. */
  readonly place: number;
}

/** The jobs of an address that wait, by code, each in the order in which they came. */
interface AddressLine<Entry> {
  readonly codes: Map<string, Set<Entry>>;
  readonly codesInTurn: RoundRobin;
}

/** Whose turns have been, as JSON has it, for a process that goes on with them. */
export interface TurnState {
  readonly addresses: RoundState;
  /** Of the codes of each address. */
  readonly codes: Readonly<Record<string, RoundState>>;
}

/**
 * In which order jobs have their turns: round robin by address, within an address by code, within a code as they came.
 * So whoever comes waits for at most one job of each other address, however many that has.
 */
export class FairOrder<Entry extends Waiting> {
  readonly #addresses: Map<string, AddressLine<Entry>>;
  readonly #addressesInTurn: RoundRobin;

  /** @param turns that there have been already; default: none */
  constructor(turns?: TurnState) {
    this.#addressesInTurn = new RoundRobin(turns?.addresses);
    this.#addresses = new Map(
      Object.entries(turns?.codes ?? {}).map(([address, state]) => [
        address,
        { codes: new Map<string, Set<Entry>>(), codesInTurn: new RoundRobin(state) },
      ]),
    );
  }

  /** The turns that there have been, without what waits. */
  get turns(): TurnState {
    const codes = [...this.#addresses].map(([address, { codesInTurn }]) => [address, codesInTurn.state] as const);
    return { addresses: this.#addressesInTurn.state, codes: Object.fromEntries(codes) };
  }

  add(entry: Entry): void {
    const { address, code } = entry.owner;
    const line = this.#addresses.get(address) ?? {
      codes: new Map<string, Set<Entry>>(),
      codesInTurn: new RoundRobin(),
    };
    this.#addresses.set(address, line);
    line.codes.set(code, (line.codes.get(code) ?? new Set()).add(entry));
  }

  /** Whether none waits. */
  get isEmpty(): boolean {
    return ![...this.#addresses.values()].some(({ codes }) => codes.size > 0);
  }

  /** Removes one that waits no more, without giving it a turn. */
  remove(entry: Entry): void {
    const { address, code } = entry.owner;
    const line = this.#addresses.get(address);
    const ofCode = line?.codes.get(code);
    ofCode?.delete(entry);
    if (ofCode?.size === 0) line?.codes.delete(code);
    this.#forget(address);
  }

  /** Removes and returns the one whose turn it is; undefined where none waits. */
  takeNext(): Entry | undefined {
    const heads = [...this.#addresses].flatMap(([address, line]) => {
      const entry = headOf(line);
      return entry === undefined ? [] : [{ entry, round: this.#addressesInTurn.roundOf(address) }];
    });
    const next = earliest(heads);
    if (next === undefined) return undefined;
    const { address, code } = next.owner;
    this.#addresses.get(address)?.codesInTurn.giveTurn(code);
    this.#addressesInTurn.giveTurn(address);
    this.remove(next);
    for (const other of this.#addresses.keys()) this.#forget(other);
    return next;
  }

  /** All that wait, in the order of their turns as far as it is known now. */
  inOrder(): readonly Entry[] {
    const lines = [...this.#addresses].map(([address, line]) => {
      const entries = [...line.codes].map(([code, ofCode]) => inRounds([...ofCode], line.codesInTurn.roundOf(code)));
      return inRounds(sorted(entries.flat()), this.#addressesInTurn.roundOf(address));
    });
    return sorted(lines.flat());
  }

  /** Where nothing of an address waits, all that is kept is whether it has had its turn in this round. */
  #forget(address: string): void {
    const line = this.#addresses.get(address);
    if (line?.codes.size === 0 && !this.#addressesInTurn.remembers(address)) this.#addresses.delete(address);
  }
}

interface InRound<Entry> {
  readonly entry: Entry;
  readonly round: number;
}

/** One in each round, from a certain one on. */
function inRounds<Entry>(entries: readonly Entry[], first: number): readonly InRound<Entry>[] {
  return entries.map((entry, index) => ({ entry, round: first + index }));
}

/** Within a round, whoever has waited longest comes first. */
function sorted<Entry extends Waiting>(inRound: readonly InRound<Entry>[]): readonly Entry[] {
  return [...inRound].sort(compareTurns).map(({ entry }) => entry);
}

function compareTurns<Entry extends Waiting>(one: InRound<Entry>, other: InRound<Entry>): number {
  return one.round - other.round || one.entry.place - other.entry.place;
}

function earliest<Entry extends Waiting>(inRound: readonly InRound<Entry>[]): Entry | undefined {
  let first: InRound<Entry> | undefined;
  for (const each of inRound) if (first === undefined || compareTurns(each, first) < 0) first = each;
  return first?.entry;
}

/** The next of an address. */
function headOf<Entry extends Waiting>({ codes, codesInTurn }: AddressLine<Entry>): Entry | undefined {
  return earliest(
    [...codes].flatMap(([code, ofCode]) => {
      const [entry] = ofCode;
      return entry === undefined ? [] : [{ entry, round: codesInTurn.roundOf(code) }];
    }),
  );
}

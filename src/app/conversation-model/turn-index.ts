import type { Turn } from './turn.ts';

/** Where the turns of a list are, by what messages call them. */
class TurnIndex {
  private readonly byPrompt = new Map<string, number>();
  private readonly byJob = new Map<string, number>();
  private readonly byReply = new Map<string, number>();

  /** Looks at the turns of some places: the others stand where they stood. */
  read(turns: readonly Turn[], from: number, to: number): void {
    for (let place = from; place < to; place++) {
      const { promptId, jobId, replies } = turns[place] as Turn;
      if (promptId !== undefined) this.byPrompt.set(promptId, place);
      if (jobId !== undefined) this.byJob.set(jobId, place);
      for (const { id } of replies) this.byReply.set(id, place);
    }
  }

  /** The place of a prompt's turn; -1 where there is none. */
  ofPrompt(turns: readonly Turn[], id: string): number {
    const place = this.byPrompt.get(id) ?? -1;
    return turns[place]?.promptId === id ? place : -1;
  }

  /** The place of a job's turn; -1 where there is none. */
  ofJob(turns: readonly Turn[], id: string): number {
    const place = this.byJob.get(id) ?? -1;
    return turns[place]?.jobId === id ? place : -1;
  }

  /** The place of the turn with a reply; -1 where there is none. */
  ofReply(turns: readonly Turn[], id: string): number {
    const place = this.byReply.get(id) ?? -1;
    return turns[place]?.replies.some((reply) => reply.id === id) === true ? place : -1;
  }
}

/** The index goes with the newest list of a conversation: a list that is gone on from twice is read again. */
const INDEXES = new WeakMap<readonly Turn[], TurnIndex>();

/** The index of a list. */
export function indexOf(turns: readonly Turn[]): TurnIndex {
  const known = INDEXES.get(turns);
  if (known !== undefined) return known;
  const index = new TurnIndex();
  index.read(turns, 0, turns.length);
  INDEXES.set(turns, index);
  return index;
}

/** Lists that have one owner: they are changed in place. */
const OWNED = new WeakSet<readonly Turn[]>();

/** Has a list changed in place from now on, by whoever calls this: 10,000 changes would else copy it 10,000 times. */
export function ownTurns(turns: readonly Turn[]): readonly Turn[] {
  OWNED.add(turns);
  return turns;
}

/** The turns with another one at a place. */
export function replaceTurn(turns: readonly Turn[], place: number, turn: Turn): readonly Turn[] {
  return splice(turns, place, 1, turn);
}

/** The turns with one more at a place. */
export function putTurn(turns: readonly Turn[], place: number, turn: Turn): readonly Turn[] {
  return splice(turns, place, 0, turn);
}

/** The turns without the one at a place. */
export function dropTurn(turns: readonly Turn[], place: number): readonly Turn[] {
  return splice(turns, place, 1);
}

/** Changes a list from a place on, and hands its index on to what follows it. */
function splice(turns: readonly Turn[], place: number, dropped: 0 | 1, ...added: readonly Turn[]): readonly Turn[] {
  const index = indexOf(turns);
  const after = OWNED.has(turns) ? (turns as Turn[]) : [...turns];
  after.splice(place, dropped, ...added);
  INDEXES.delete(turns);
  index.read(after, place, added.length === dropped ? place + 1 : after.length);
  INDEXES.set(after, index);
  return after;
}

import type { Turn } from '../../conversation-model/turn.ts';

/** The turns as rows: those of one group stand beside their first. */
export interface GroupedTurns {
  readonly rows: readonly Turn[];
  /** The others of a group, by the id of its first. */
  readonly beside: ReadonlyMap<string, readonly Turn[]>;
  /** The id of the row that shows a turn, where that is not its own. */
  readonly rowOf: ReadonlyMap<string, string>;
}

/** Puts turns that were asked for together into one row. */
export function groupTurns(turns: readonly Turn[]): GroupedTurns {
  const firsts = new Map<string, string>();
  const beside = new Map<string, readonly Turn[]>();
  const rowOf = new Map<string, string>();
  const rows = turns.filter((turn) => {
    const group = turn.prompt?.options?.group;
    if (group === undefined) return true;
    const first = firsts.get(group);
    if (first === undefined) {
      firsts.set(group, turn.id);
      return true;
    }
    rowOf.set(turn.id, first);
    // One that was sent again has another in its place.
    if (turn.setAside !== 'resent') beside.set(first, [...(beside.get(first) ?? []), turn]);
    return false;
  });
  return { rows: rowOf.size === 0 ? turns : rows, beside, rowOf };
}

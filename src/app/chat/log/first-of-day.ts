import { startOfDay, startOfDayAfter } from '../../calendar/day.ts';
import type { Turn } from '../../conversation-model/turn.ts';

/**
 * The turns before which a divider names the day: their ids, each with the first moment of its day. Empty where all are of
 * today. Clocks differ, so that a turn may be older than the one before it; each day has one divider all the same.
 */
export function firstOfDay(turns: readonly Turn[], today: number): ReadonlyMap<string, number> {
  const ids = new Map<number, string>();
  let [from, until] = [NaN, NaN];
  // Often, and over long conversations: a date is only made where the day is another.
  for (const { id, at } of turns) {
    if (at >= from && at < until) continue;
    [from, until] = [startOfDay(at), startOfDayAfter(at, 1)];
    if (!ids.has(from)) ids.set(from, id);
  }
  if (ids.size === 1 && ids.has(today)) return new Map();
  return new Map([...ids].map(([day, id]) => [id, day]));
}

/** Whether the same days begin with the same turns in both. */
export function haveSameDates(one: readonly Turn[], other: readonly Turn[]): boolean {
  return (
    one.length === other.length && one.every(({ id, at }, index) => id === other[index]?.id && at === other[index].at)
  );
}

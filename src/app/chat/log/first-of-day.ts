import { startOfDay, startOfDayAfter } from '../../calendar/day.ts';
import type { Turn } from '../../conversation-model/turn.ts';

/**
 * Before which turns a day begins: their ids, each with the first moment of its day. Empty where all are of today,
 * of which nobody has to be told. Clocks differ, so a turn may be older than the one before it: each day begins once.
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

import type { ListedConversation } from '../conversations.ts';
import { groupConversations } from './group-conversations.ts';

function changedAt(...date: readonly [number, number, number, number?, number?]): ListedConversation {
  const at = new Date(...date).getTime();
  return { id: date.join('-'), createdAt: at, changedAt: at, isUnread: false };
}

describe('groupConversations', () => {
  it('goes by calendar days, and leaves out what is empty', () => {
    const now = new Date(2026, 2, 8, 0, 30).getTime();
    const groups = groupConversations(
      [
        changedAt(2026, 2, 8, 0, 1),
        changedAt(2026, 2, 7, 23, 59),
        changedAt(2026, 2, 6),
        changedAt(2026, 2, 1),
        changedAt(2026, 1, 28),
      ],
      now,
    );
    expect(groups.map(({ age, conversations }) => [age, conversations.length])).toEqual([
      ['today', 1],
      ['yesterday', 1],
      ['week', 2],
      ['earlier', 1],
    ]);
    expect(groupConversations([], now)).toEqual([]);
  });

  it('has what is pinned before all others, in the same order', () => {
    const now = new Date(2026, 2, 8, 12).getTime();
    const [today, before, old] = [changedAt(2026, 2, 8), changedAt(2026, 2, 6), changedAt(2025, 1, 1)];
    const groups = groupConversations([today, { ...before, pinnedAt: 1 }, { ...old, pinnedAt: 2 }], now);
    expect(groups.map(({ age, conversations }) => [age, conversations.map(({ id }) => id)])).toEqual([
      ['pinned', [before.id, old.id]],
      ['today', [today.id]],
    ]);
  });
});

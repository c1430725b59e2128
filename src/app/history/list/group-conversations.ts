import { startOfDay, startOfDayAfter } from '../../calendar/day.ts';
import type { ListedConversation } from '../conversations.ts';

/** The groups of the list: what is pinned, then the newest first. */
const AGES = ['pinned', 'today', 'yesterday', 'week', 'earlier'] as const;

/** How long ago a conversation was changed, unless it is pinned. */
export type Age = (typeof AGES)[number];

/** Conversations of one age. */
export interface ConversationGroup {
  readonly age: Age;
  readonly conversations: readonly ListedConversation[];
}

const DAYS_OF_WEEK = 7;

/**
 * Groups conversations, which are in order, by their age in calendar days of this device; those that are pinned stand before
 * them, in the same order. Empty groups are left out.
 */
export function groupConversations(
  conversations: readonly ListedConversation[],
  now: number,
): readonly ConversationGroup[] {
  return AGES.map((age) => ({
    age,
    conversations: conversations.filter((conversation) => groupOf(conversation, now) === age),
  })).filter(({ conversations: ofAge }) => ofAge.length > 0);
}

function groupOf({ changedAt: at, pinnedAt }: ListedConversation, now: number): Age {
  if (pinnedAt !== undefined) return 'pinned';
  if (at >= startOfDay(now)) return 'today';
  if (at >= startOfDayAfter(now, -1)) return 'yesterday';
  return at >= startOfDayAfter(now, -DAYS_OF_WEEK) ? 'week' : 'earlier';
}

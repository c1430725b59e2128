import { startOfDay, startOfDayAfter } from '../../calendar/day.ts';
import type { ListedConversation } from '../conversations.ts';

/** The groups of the list, newest first. */
const AGES = ['today', 'yesterday', 'week', 'earlier'] as const;

/** How long ago a conversation was changed. */
export type Age = (typeof AGES)[number];

/** Conversations of one age. */
export interface ConversationGroup {
  readonly age: Age;
  readonly conversations: readonly ListedConversation[];
}

const DAYS_OF_WEEK = 7;

/**
 * Groups conversations, which are in order, by their age in calendar days of this device; empty groups are left out.
 */
export function groupConversations(
  conversations: readonly ListedConversation[],
  now: number,
): readonly ConversationGroup[] {
  return AGES.map((age) => ({
    age,
    conversations: conversations.filter(({ changedAt }) => ageOf(changedAt, now) === age),
  })).filter(({ conversations: ofAge }) => ofAge.length > 0);
}

function ageOf(at: number, now: number): Age {
  if (at >= startOfDay(now)) return 'today';
  if (at >= startOfDayAfter(now, -1)) return 'yesterday';
  return at >= startOfDayAfter(now, -DAYS_OF_WEEK) ? 'week' : 'earlier';
}

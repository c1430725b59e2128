import type { Writing } from './history-database.ts';
import { conversationBegunBy, withPiece, nameOfAnother, toRecord, withEvent } from './record-rules.ts';
import type { ConversationRecord, EventRecord, NewEvent } from './records.ts';

/**
 * Appends events, and updates their conversations by them. Everything is asked for before the first answer is waited
 * for: one at a time, each would wait for its turn on a busy page. What was said up to `restoredTo` is no news.
 */
export async function appendEvents(
  transaction: Writing,
  events: readonly NewEvent[],
  restoredTo: number,
): Promise<void> {
  const messages = transaction.objectStore('messages');
  const [homes, named] = await Promise.all([
    conversationsOf(transaction, events),
    Promise.all(events.map((event) => withOwnName(transaction, event))),
  ]);
  const touched = new Map<string, ConversationRecord>();
  const added = new Map<string, NewEvent>();
  const again: NewEvent[] = [];
  for (const { event, isKnown } of named) {
    const { id, conversationId } = event;
    const home = touched.get(conversationId) ?? homes.get(conversationId) ?? conversationBegunBy(event);
    // What a deleted conversation still waited for is not wanted any more.
    if (home.isErased === true) continue;
    if (isKnown || added.has(id)) {
      again.push(event);
      continue;
    }
    added.set(id, event);
    touched.set(conversationId, withEvent(home, event, { now: Date.now(), restoredTo }));
  }
  const conversations = transaction.objectStore('conversations');
  await Promise.all([
    ...[...added.values()].map((event) => messages.add(toRecord(event) as EventRecord)),
    ...[...touched.values()].map((conversation) => conversations.put(conversation)),
  ]);
  for (const event of again) await grow(transaction, event);
}

/** An event under a name that no other has, and whether it is saved already. */
async function withOwnName(
  transaction: Writing,
  event: NewEvent,
): Promise<{ readonly event: NewEvent; readonly isKnown: boolean }> {
  const known = await transaction.objectStore('messages').index('id').get(event.id);
  const another = known && nameOfAnother(known, event);
  return another === undefined
    ? { event, isKnown: known !== undefined }
    : withOwnName(transaction, { ...event, id: another });
}

async function conversationsOf(
  transaction: Writing,
  events: readonly NewEvent[],
): Promise<ReadonlyMap<string, ConversationRecord | undefined>> {
  const ids = [...new Set(events.map(({ conversationId }) => conversationId))];
  const conversations = transaction.objectStore('conversations');
  return new Map(await Promise.all(ids.map(async (id) => [id, await conversations.get(id)] as const)));
}

/** What is saved already stays as it is, unless it is a text of which this is one more piece. */
async function grow(transaction: Writing, added: NewEvent): Promise<void> {
  const messages = transaction.objectStore('messages');
  const known = await messages.index('id').get(added.id);
  const longer = known === undefined ? null : withPiece(known, added);
  if (longer !== null) await messages.put(longer);
}

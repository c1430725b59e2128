import { newId } from '../new-id.ts';
import type { MessageOrigin } from './history-store.ts';
import type { ConversationRecord, PromptRecord } from './records.ts';

/** What becomes of messages that answer nothing saved here. */
interface Adoption {
  /** The conversation of each, in their order. */
  readonly homes: readonly string[];
  /** Those of them that are new. */
  readonly begun: readonly ConversationRecord[];
  /** The names of the prompts that they tell of. */
  readonly prompts: readonly Omit<PromptRecord, 'after'>[];
}

/**
 * Finds conversations for messages that answer nothing saved here: another device has asked, or this one has lost its
 * history. A prompt goes where the one before it went, or its group; one without either has begun a conversation there,
 * and begins one here. What tells of no prompt goes to the newest one.
 */
export function adoptMessages(origins: readonly MessageOrigin[], newest: ConversationRecord | undefined): Adoption {
  const homeByName = new Map<string, string>();
  const prompts = new Map<string, Omit<PromptRecord, 'after'>>();
  const begun: ConversationRecord[] = [];
  let last = newest;
  const begin = (at: number): string => {
    const conversation = { id: newId(), createdAt: at, changedAt: at };
    begun.push(conversation);
    if (last === undefined || at > last.changedAt) last = conversation;
    return conversation.id;
  };
  const homes = origins.map((origin) => {
    const { replyTo, follows, ts: at } = origin;
    const named = [replyTo, follows, groupOf(origin)].filter((name) => name !== undefined);
    const known = named.map((name) => homeByName.get(name)).find((home) => home !== undefined);
    const conversationId = known ?? (tellsPrompt(origin) || last === undefined ? begin(at) : last.id);
    for (const name of named) homeByName.set(name, conversationId);
    for (const id of [replyTo, follows]) {
      if (id !== undefined && !prompts.has(id)) prompts.set(id, { id, conversationId, at });
    }
    return conversationId;
  });
  return { homes, begun, prompts: [...prompts.values()] };
}

/** What the prompt of a message was asked together with. */
export function groupOf({ madeWith }: MessageOrigin): string | undefined {
  return madeWith?.options?.group;
}

/** Whether a message says what was asked. */
export function tellsPrompt({ event, prompt }: MessageOrigin): boolean {
  return event === 'accepted' && prompt !== undefined;
}

import { randomUUID } from 'node:crypto';
import type { ServerMessage } from '../../protocol/index.ts';
import type { KeptMessage, MessageDraft } from '../ports/index.ts';

/** Makes a draft a message that passes: gives it an `id` where it has none, and the time. */
export function stamp(draft: MessageDraft): ServerMessage {
  return { ...draft, id: draft.id ?? randomUUID(), ts: Date.now() };
}

/** The same for a message that is kept under a `seq`. */
export function stampKept(draft: MessageDraft, seq: number): KeptMessage {
  return { ...stamp(draft), seq };
}

import type { ServerMessage } from '../../../services/index.ts';
import type { EventRecord, PromptRecord } from '../store/records.ts';

/** A prompt as it is saved, the first of conversation `c`. */
export function promptRecord(id: string, content = id, fields: Partial<PromptRecord> = {}): PromptRecord {
  return { id, conversationId: 'c', at: 1, after: 0, prompt: { type: 'text', id, content }, ...fields };
}

/** A message as it is saved, the first of conversation `c`. */
export function eventRecord(message: ServerMessage, fields: Partial<EventRecord> = {}): EventRecord {
  return { id: message.id, conversationId: 'c', position: 1, event: { kind: 'received', message }, ...fields };
}

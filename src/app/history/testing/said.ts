import type { ServerMessage } from '../../../services/index.ts';
import type { NewPrompt } from '../store/history-store.ts';
import type { NewEvent } from '../store/records.ts';

/** A prompt, of the conversation `c` unless said otherwise. */
export function newPrompt(id: string, fields: Partial<NewPrompt> = {}): NewPrompt {
  return { id, conversationId: 'c', at: 1_000, prompt: { type: 'text', id, content: `prompt ${id}` }, ...fields };
}

/** A message as it is appended. */
export function received(message: ServerMessage, conversationId = 'c'): NewEvent {
  return { id: message.id, conversationId, event: { kind: 'received', message } };
}

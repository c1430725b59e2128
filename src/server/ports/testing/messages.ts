import { randomUUID } from 'node:crypto';
import type { PromptMessage, ServerMessage } from '../../../protocol/index.ts';

/** A prompt of its own id, unless a spec wants a certain one. */
export function prompt(content: string, id: string = randomUUID()): PromptMessage {
  return { type: 'text', id, content };
}

/** What a message is, in a word: the event of a system message, else the type; in brackets where it is transient. */
export function label(message: ServerMessage): string {
  const name = message.type === 'system' ? message.event : message.type;
  return message.seq === undefined ? `(${name})` : name;
}

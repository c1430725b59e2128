import type { PromptMessage, ServerMessage } from '../../services/index.ts';
import { isAccepted } from './job-lifecycle.ts';

/** The prompt that a message tells of, as it was asked; undefined where it tells of none. */
export function toldPrompt(message: ServerMessage): PromptMessage | undefined {
  if (!isAccepted(message) || message.prompt === undefined || message.replyTo === undefined) return undefined;
  const { prompt: content, replyTo: id, attachments, madeWith, follows } = message;
  const options = madeWith && { ...madeWith.options, engine: madeWith.id };
  const place = follows !== undefined && { follows };
  return { type: 'text', id, content, ...(options && { options }), ...(attachments && { attachments }), ...place };
}

import type { SystemMessage, UnknownMessage } from '../../../services/index.ts';
import type { TextSource } from '../../language/texts.ts';

/** What a line about the conversation says. */
export function systemText(message: SystemMessage | UnknownMessage, text: TextSource): string {
  if (message.type === 'unknown') return text('chat.unknownMessage', { type: message.sourceType });
  return message.content ?? '';
}

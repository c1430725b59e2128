import type { ServerMessage, WelcomeMessage } from '../../protocol/index.ts';

/** Whether a message is a full server's greeting. */
export function isWelcome(message: ServerMessage): message is WelcomeMessage {
  return message.type === 'system' && message.event === 'welcome';
}

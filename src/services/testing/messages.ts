import type { WelcomeMessage } from '../../protocol/index.ts';
import { welcomeMessage } from '../../protocol/testing/welcome.ts';

/** A full server's greeting, with a short name of its log. */
export function welcome(fields: Partial<WelcomeMessage> = {}): WelcomeMessage {
  return welcomeMessage({ epoch: 'e', ...fields });
}

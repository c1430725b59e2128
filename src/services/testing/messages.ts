import type { WelcomeMessage } from '../../protocol/index.ts';
import { welcomeMessage } from '../../protocol/testing/welcome.ts';

/** A full server's greeting, with the log that it names. */
export function welcome(epoch = 'e', lastSeq = 0): WelcomeMessage {
  return welcomeMessage({ epoch, lastSeq });
}

import { map, merge, type Observable, take, timer } from 'rxjs';

import type { ServerMessage, WelcomeMessage } from '../protocol/index.ts';

/** How long a server may take to say `welcome` before it counts as a basic one, in milliseconds. */
export const GREETING_TIMEOUT = 1_000;

/**
 * Learns from the first message of a new socket what kind of server it has: a full one says `welcome`
 * before anything else, a basic one never does.
 *
 * Emits the `welcome` or null once, at the latest after {@link GREETING_TIMEOUT}, and completes.
 * Cold, and subscribed to before the socket's first frame is read. Never errors.
 */
export function greeting(messages$: Observable<ServerMessage>): Observable<WelcomeMessage | null> {
  const timeout$ = timer(GREETING_TIMEOUT).pipe(map(() => null));
  const first$ = messages$.pipe(map((message) => (isWelcome(message) ? message : null)));
  return merge(first$, timeout$).pipe(take(1));
}

/** Whether a message is a full server's greeting. */
export function isWelcome(message: ServerMessage): message is WelcomeMessage {
  return message.type === 'system' && message.event === 'welcome';
}

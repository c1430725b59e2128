import { filter, map, merge, type Observable, race, take, takeUntil, timer } from 'rxjs';

import type { ServerMessage, WelcomeMessage } from '../../protocol/index.ts';

/** How long a server may take to say `welcome` before it counts as a basic one, in milliseconds. */
const GREETING_TIMEOUT = 2_000;

/**
 * Learns from the first message of a new socket what kind of server it has: a full one says `welcome`
 * before anything else, a basic one never does.
 *
 * Emits the `welcome`, and completes. Emits null where another message comes first or nothing comes within
 * {@link GREETING_TIMEOUT}; a `welcome` that is only late follows. Never errors.
 * Cold, and subscribed to before the socket's first frame is read.
 */
export function greeting(messages$: Observable<ServerMessage>): Observable<WelcomeMessage | null> {
  const welcome$ = messages$.pipe(filter(isWelcome), take(1));
  const basic$ = race(messages$, timer(GREETING_TIMEOUT)).pipe(
    take(1),
    map(() => null),
    takeUntil(welcome$),
  );
  return merge(basic$, welcome$);
}

/** Whether a message is a full server's greeting. */
function isWelcome(message: ServerMessage): message is WelcomeMessage {
  return message.type === 'system' && message.event === 'welcome';
}

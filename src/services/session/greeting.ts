import { filter, map, type Observable, take, takeUntil } from 'rxjs';

import { merged } from '../platform/combine-streams.ts';
import type { ServerMessage, WelcomeMessage } from '../../protocol/index.ts';
import { isWelcome } from '../resume/log-cursor.ts';

/** The longest that a server may take to say `welcome` after some tries, in milliseconds. */
const LONGEST_WAIT = 30_000;

/** What a new socket begins with: the greeting, another message than that, or nothing for too long. */
export type Greeting = WelcomeMessage | 'other' | 'silence';

/** Where a greeting comes from. */
export interface GreetingSource {
  /** What the server says. Hot. */
  readonly messages$: Observable<ServerMessage>;
  /** Each frame that has been read, whether it held a message or not. Hot. */
  readonly frameRead$: Observable<unknown>;
  /** Emits when the server has had time enough. */
  readonly deadline$: Observable<unknown>;
}

/**
 * Learns from the first message of a new socket what kind of server it has: a full one says `welcome`
 * before anything else, a basic one never does.
 *
 * Emits the `welcome`, and completes. Emits `other` or `silence` where that comes first; a `welcome` that is only late
 * follows. Never errors. Cold, and subscribed to before the socket's first frame is read.
 */
export function greeting({ messages$, frameRead$, deadline$ }: GreetingSource): Observable<Greeting> {
  const welcome$ = messages$.pipe(filter(isWelcome), take(1));
  const other$ = frameRead$.pipe(map((): Greeting => 'other'));
  const silence$ = deadline$.pipe(map((): Greeting => 'silence'));
  return merged(merged(other$, silence$).pipe(take(1), takeUntil(welcome$)), welcome$);
}

/**
 * How long a server may take to say `welcome`, in milliseconds: `first`, and twice as long after each try that ended in
 * silence, up to 30 s.
 */
export function greetingTimeout(first: number, silentTries: number): number {
  return Math.min(first * 2 ** silentTries, Math.max(first, LONGEST_WAIT));
}

import { inject, Service } from '@angular/core';
import { catchError, firstValueFrom, from, map, merge, of, timer } from 'rxjs';

import type { ServerMessage, WelcomeMessage } from '../../protocol/index.ts';
import { LOCAL_STORAGE } from '../platform/browser.ts';
import { LOG_START } from './log-start.ts';
import type { LogPosition } from '../socket/socket-url.ts';
import { UserCode } from '../identity/user-code.ts';

/** Where a browser keeps the name of the log that its user code has at a server. */
export const LOG_KEY = 'ask-kitten.log';

/**
 * Where a kept message stands to what a page has: it follows, it is there already, or something before it is missing.
 */
export type Place = 'next' | 'seen' | 'beyond';

/**
 * How long may be looked for what an earlier page has kept, in milliseconds; the log is read from its beginning then.
 */
const START_PATIENCE = 2_000;

/**
 * Remembers how far this page has come in the server's log, so that a reconnect resumes there. A page begins where
 * {@link LOG_START} says. Where that says nothing, the log's name has outlived the page: after a reload everything is
 * asked for again, so that the conversation comes back.
 */
@Service()
export class LogCursor {
  private readonly storage = inject(LOCAL_STORAGE);
  private readonly userCode = inject(UserCode);
  private readonly findStart = inject(LOG_START);
  private endpoint = '';
  private current: LogPosition | undefined;
  private greeted = false;

  /** Where to resume; undefined before the first `welcome` of this user code. */
  get position(): LogPosition | undefined {
    return this.current;
  }

  /** Goes to a server, and remembers what this browser knows of its log. Resolves when it does; never rejects. */
  async visit(endpoint: string): Promise<void> {
    if (endpoint === this.endpoint) return;
    const { current: code } = this.userCode;
    this.endpoint = endpoint;
    this.greeted = false;
    this.current = this.kept();
    const start = await this.start(code, endpoint);
    if (start === undefined || endpoint !== this.endpoint || code !== this.userCode.current) return;
    this.greeted = true;
    this.current = start;
  }

  /** Whether the server has greeted this browser before, under whatever user code. */
  get hasGreeted(): boolean {
    return this.greeted;
  }

  /** Takes the server's log as it is now: another one, or one that has been set back, begins anew. */
  greet({ epoch, lastSeq }: WelcomeMessage): void {
    this.greeted = true;
    if (this.current?.epoch === epoch && this.current.seq <= lastSeq) return;
    this.current = { epoch, seq: this.current === undefined ? lastSeq : 0 };
    this.keep(epoch);
  }

  /** Where a message stands to what this page has. */
  place({ seq }: ServerMessage): Place {
    if (seq === undefined || this.current === undefined || seq === this.current.seq + 1) return 'next';
    return seq <= this.current.seq ? 'seen' : 'beyond';
  }

  /** How many messages are missing between what this page has and a `seq`. */
  missingBefore(seq: number): number {
    return this.current === undefined ? 0 : Math.max(0, seq - this.current.seq - 1);
  }

  /** Takes a message as read: what comes next is what follows it. */
  advance({ seq }: ServerMessage): void {
    if (seq !== undefined && this.current !== undefined) this.current = { ...this.current, seq };
  }

  /** Goes on from a `seq` on: what was before it is lost, and has been told. */
  skipTo(fromSeq: number): void {
    if (this.current !== undefined) this.current = { ...this.current, seq: Math.max(this.current.seq, fromSeq - 1) };
  }

  /** Forgets everything: another user code has another log. */
  reset(): void {
    this.current = undefined;
  }

  private start(code: string, endpoint: string): Promise<LogPosition | undefined> {
    const start$ = merge(from(this.findStart(code, endpoint)), timer(START_PATIENCE).pipe(map(() => undefined)));
    return firstValueFrom(start$.pipe(catchError(() => of(undefined))));
  }

  private kept(): LogPosition | undefined {
    try {
      const [code, endpoint, epoch] = (this.storage().getItem(LOG_KEY) ?? '').split(' ');
      this.greeted = endpoint === this.endpoint && epoch !== undefined;
      const isSame = this.greeted && code === this.userCode.current;
      return isSame && epoch ? { epoch, seq: 0 } : undefined;
    } catch {
      return undefined;
    }
  }

  private keep(epoch: string): void {
    try {
      this.storage().setItem(LOG_KEY, `${this.userCode.current} ${this.endpoint} ${epoch}`);
    } catch {
      // Without it a reload begins with an empty conversation, and nothing else.
    }
  }
}

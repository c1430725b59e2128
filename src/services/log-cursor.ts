import { inject, Service } from '@angular/core';

import type { ServerMessage, WelcomeMessage } from '../protocol/index.ts';
import { LOCAL_STORAGE } from './browser.ts';
import type { LogPosition } from './socket-url.ts';
import { UserCode } from './user-code.ts';

/** Where a browser keeps the name of the log that its user code has at a server. */
export const LOG_KEY = 'ask-kitten.log';

/** Where a kept message stands to what a page has: it follows, it is there already, or something before it is missing. */
export type Place = 'next' | 'seen' | 'beyond';

/**
 * Remembers how far this page has come in the server's log, so that a reconnect resumes there. The log's name
 * outlives the page: after a reload everything is asked for again, so that the conversation comes back.
 */
@Service()
export class LogCursor {
  private readonly storage = inject(LOCAL_STORAGE);
  private readonly userCode = inject(UserCode);
  private endpoint = '';
  private current: LogPosition | undefined;
  private greeted = false;

  /** Where to resume; undefined before the first `welcome` of this user code. */
  get position(): LogPosition | undefined {
    return this.current;
  }

  /** Goes to a server, and remembers what this browser knows of its log. */
  visit(endpoint: string): void {
    if (endpoint === this.endpoint) return;
    this.endpoint = endpoint;
    this.greeted = false;
    this.current = this.kept();
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

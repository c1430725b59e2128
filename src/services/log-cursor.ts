import { inject, Service } from '@angular/core';

import type { ServerMessage, WelcomeMessage } from '../protocol/index.ts';
import { LOCAL_STORAGE } from './browser.ts';
import type { LogPosition } from './socket-url.ts';
import { UserCode } from './user-code.ts';

/** Where a browser keeps the name of the log that its user code has. */
export const LOG_KEY = 'ask-kitten.log';

/**
 * Remembers how far this page has come in the server's log, so that a reconnect resumes there. The log's name
 * outlives the page: after a reload everything is asked for again, so that the conversation comes back.
 */
@Service()
export class LogCursor {
  private readonly storage = inject(LOCAL_STORAGE);
  private readonly userCode = inject(UserCode);
  private current = this.kept();

  /** Where to resume; undefined before the first `welcome` of this user code. */
  get position(): LogPosition | undefined {
    return this.current;
  }

  /** Takes the server's log as it is now: one with another epoch begins anew. */
  greet({ epoch, lastSeq }: WelcomeMessage): void {
    if (this.current?.epoch === epoch) return;
    this.current = { epoch, seq: this.current === undefined ? lastSeq : 0 };
    this.keep(epoch);
  }

  /** Whether a message is new to this page, and so to be shown; what it has seen before is not. */
  advance({ seq }: ServerMessage): boolean {
    if (seq === undefined || this.current === undefined) return true;
    if (seq <= this.current.seq) return false;
    this.current = { ...this.current, seq };
    return true;
  }

  /** Forgets everything: another user code has another log. */
  reset(): void {
    this.current = undefined;
  }

  private kept(): LogPosition | undefined {
    try {
      const [code, epoch] = (this.storage().getItem(LOG_KEY) ?? '').split(' ');
      return code === this.userCode.current && epoch ? { epoch, seq: 0 } : undefined;
    } catch {
      return undefined;
    }
  }

  private keep(epoch: string): void {
    try {
      this.storage().setItem(LOG_KEY, `${this.userCode.current} ${epoch}`);
    } catch {
      // Without it a reload begins with an empty conversation, and nothing else.
    }
  }
}

import { Service } from '@angular/core';

import type { ServerMessage, WelcomeMessage } from '../protocol/index.ts';
import type { LogPosition } from './socket-url.ts';

/** Remembers how far this client has come in the server's log, so that a reconnect resumes there. */
@Service()
export class LogCursor {
  private current: LogPosition | undefined;

  /** Where to resume; undefined before the first `welcome`. */
  get position(): LogPosition | undefined {
    return this.current;
  }

  /** Takes the server's log as it is now: one with another epoch begins anew. */
  greet({ epoch, lastSeq }: WelcomeMessage): void {
    if (this.current === undefined) this.current = { epoch, seq: lastSeq };
    else if (this.current.epoch !== epoch) this.current = { epoch, seq: 0 };
  }

  /** Whether a message is new to this client, and so to be shown; what it has seen before is not. */
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
}

import { inject, Service } from '@angular/core';
import { type Observable, Subject } from 'rxjs';
import { v4 as uuidv4 } from 'uuid';

import { decodeServerFrame, type ErrorMessage, type FrameFault, type ServerMessage } from '../protocol/index.ts';
import { withAbsoluteMedia } from './absolute-media.ts';
import { isWelcome } from './greeting.ts';
import { LogCursor } from './log-cursor.ts';
import type { Frame } from './open-socket.ts';

const CONTEXT = { newId: () => uuidv4(), now: () => Date.now() };

/** Turns frames into messages: decoded, with absolute addresses, each kept message once. */
@Service()
export class Inbox {
  private readonly cursor = inject(LogCursor);
  private readonly messages = new Subject<ServerMessage>();
  private origin = 'http://localhost';

  /** Every new message, in order. Hot; replays nothing; never errors or completes. */
  readonly messages$: Observable<ServerMessage> = this.messages.asObservable();

  /** From now on, relative addresses in messages belong to this origin. */
  serveFrom(origin: string): void {
    this.origin = origin;
  }

  /** Reads a frame. One that can't be read becomes an `error` message. */
  read(frame: Frame): void {
    for (const decoded of decodeServerFrame(frame, CONTEXT)) {
      const message = decoded.ok ? withAbsoluteMedia(decoded.value, this.origin) : unreadable(decoded.fault);
      if (isWelcome(message)) this.cursor.greet(message);
      if (this.cursor.advance(message)) this.messages.next(message);
    }
  }
}

/** The reason is for developers; people read that something was lost, and the connection lives. */
function unreadable({ code, reason }: FrameFault): ErrorMessage {
  return {
    type: 'error',
    id: uuidv4(),
    ts: Date.now(),
    code,
    content: `收到一条无法解析的消息（${reason}）。`,
    retryable: false,
  };
}

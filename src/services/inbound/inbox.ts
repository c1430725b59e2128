import { inject, Service } from '@angular/core';
import { map, type Observable, Subject } from 'rxjs';
import { v4 as uuidv4 } from 'uuid';

import {
  CloseCode,
  decodeServerFrame,
  type ErrorMessage,
  faultText,
  type FrameFault,
  type ServerMessage,
} from '../../protocol/index.ts';
import { withAbsoluteMedia } from './absolute-media.ts';
import { byteLength } from '../diagnostics/journal-entry.ts';
import { Journal } from '../diagnostics/journal.ts';
import type { Sequence } from '../resume/followed-log.ts';
import type { ReceivedMessage } from '../resume/received-message.ts';
import { ResumePosition } from '../resume/resume-position.ts';
import type { Frame } from '../socket/open-socket.ts';
import { SocketClosed } from '../socket/socket-closed.ts';

const CONTEXT = { newId: () => uuidv4(), now: () => Date.now() };

/** Turns frames into messages: decoded, with absolute addresses, each kept message once. */
@Service()
export class Inbox {
  private readonly position = inject(ResumePosition);
  private readonly journal = inject(Journal);
  private readonly received = new Subject<ReceivedMessage>();
  private readonly hole = new Subject<SocketClosed>();
  private holeBefore: number | undefined;
  /** Whether the server has been asked for what is missing: what it goes on sending meanwhile comes again. */
  private awaitsReplay = false;
  private origin = 'http://localhost';

  /** Every new message, in order, with its place in the log. Hot; replays nothing; never errors or completes. */
  readonly received$: Observable<ReceivedMessage> = this.received.asObservable();
  /** Every new message, in order. Hot; replays nothing; never errors or completes. */
  readonly messages$: Observable<ServerMessage> = this.received$.pipe(map(({ message }) => message));

  /** A kept message is missing: the socket is to be replaced, so that the log is read again. Hot; replays nothing. */
  readonly hole$: Observable<SocketClosed> = this.hole.asObservable();

  /** From now on, relative addresses in messages belong to this origin. */
  serveFrom(origin: string): void {
    this.origin = origin;
  }

  /** Reads a frame. One that can't be read becomes an `error` message. */
  read(frame: Frame): void {
    const bytes = byteLength(frame);
    for (const decoded of decodeServerFrame(frame, CONTEXT)) {
      const message = decoded.ok ? withAbsoluteMedia(decoded.value, this.origin) : unreadable(decoded.fault);
      const sequence = this.position.sequenceOf(message);
      if (message.type === 'system' && message.event === 'gap') this.noteMissed(message.fromSeq);
      if (decoded.ok) this.journal.read({ message, sequence, bytes });
      else this.journal.refuse(decoded.fault, bytes);
      this.accept(message, sequence);
    }
  }

  private accept(message: ServerMessage, sequence: Sequence): void {
    if (sequence === 'duplicate') return;
    if (sequence === 'early') {
      if (this.awaitsReplay) return;
      // The log has it: the server is asked once more. Where it is missing again, it is lost, and that is told.
      if (this.holeBefore !== message.seq) return this.askAgain(message);
      this.noteMissed(message.seq ?? 0);
      this.emit(gapBefore(message));
    }
    this.emit(message);
  }

  private emit(message: ServerMessage): void {
    if (message.type === 'system' && message.event === 'welcome') this.awaitsReplay = false;
    this.received.next({ message, ...this.position.receive(message) });
  }

  private noteMissed(fromSeq: number): void {
    this.journal.miss(this.position.countMissingBefore(fromSeq));
  }

  private askAgain({ seq = 0 }: ServerMessage): void {
    this.journal.askAgain(this.position.countMissingBefore(seq));
    this.holeBefore = seq;
    this.awaitsReplay = true;
    this.hole.next(new SocketClosed(CloseCode.AbnormalClosure, 'a message is missing'));
  }
}

function gapBefore({ seq = 1, ts }: ServerMessage): ServerMessage {
  return { type: 'system', event: 'gap', id: uuidv4(), ts, fromSeq: seq };
}

/** People read that something was lost, and why; the connection lives. */
function unreadable(fault: FrameFault): ErrorMessage {
  return {
    type: 'error',
    id: uuidv4(),
    ts: Date.now(),
    code: fault.code,
    content: `收到一条无法解析的消息（${faultText(fault)}）。`,
    retryable: false,
  };
}

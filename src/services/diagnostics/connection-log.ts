import { DestroyRef, inject, Service } from '@angular/core';
import { map, type Observable, Subject } from 'rxjs';

import { beginningWith } from '../platform/combine-streams.ts';
import type { ServerMessage } from '../../protocol/index.ts';
import type { Unreadable } from '../codec/codec.ts';
import type { Sequence } from '../resume/log-cursor.ts';
import type { ConnectionChange } from '../socket/connection-state.ts';
import type { OutboxSocket } from '../outbox/outbox-entry.ts';
import type { Frame, SocketOpened } from '../socket/open-socket.ts';
import { arrivalOf, factOfChange, factOfFault, factOfSent, knownFaultCode } from './connection-log-facts.ts';
import type { ConnectionLogState, OtherFact } from './connection-log-state.ts';
import { ConnectionRecord } from './connection-record.ts';
import { ReceivedFrame } from './received-frame.ts';

/** How long the log holds frames and ids before it lets go of them, in milliseconds: nothing of what was said is to stay. */
const DROP_AFTER = 1_000;

/** Stands in the log for any message of a backend with a protocol of its own. */
const FOREIGN: ServerMessage = { type: 'unknown', id: '', ts: 0, sourceType: '', raw: {} };

/** Records what happens to the connection, for whoever looks for the cause of a trouble. */
@Service({ autoProvided: false })
export class ConnectionLog {
  readonly #record = new ConnectionRecord();
  readonly #changes = new Subject<void>();
  #frame = new ReceivedFrame('');
  #dropping: ReturnType<typeof setTimeout> | undefined;

  /** What is recorded; put together only for who looks. Hot; replays it; never errors or completes. */
  readonly state$: Observable<ConnectionLogState> = beginningWith(undefined, this.#changes).pipe(
    map(() => this.#record.state),
  );

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.#dropping));
  }

  /** Records a change of the connection's state, where it is worth an entry. */
  recordChange(change: ConnectionChange): void {
    const fact = factOfChange(change);
    if (fact !== null) this.#append(fact);
  }

  /** Records how long a ping took to be answered, in milliseconds. */
  recordRoundTrip(milliseconds: number): void {
    this.#record.addRoundTrip({ at: Date.now(), milliseconds });
    this.#noteChange();
  }

  /** Records that a frame has arrived: what is recorded of messages from now on came in it. */
  recordFrame(frame: Frame): void {
    this.#frame = new ReceivedFrame(frame);
  }

  /** Records a message that was read, without what it says. */
  recordReceived(message: ServerMessage, sequence: Sequence): void {
    this.#record.addArrival(arrivalOf(message, sequence, this.#frame));
    this.#dropping ??= setTimeout(() => this.#dropContent(), DROP_AFTER);
    this.#noteChange();
  }

  /** Records a message of a backend with a protocol of its own: in each of its fields there may be what was said. */
  recordForeign(): void {
    this.recordReceived(FOREIGN, 'next');
  }

  /** Records that the frame, or a part of it, could not be read; `code` may be a word of the application's codec. */
  recordUnreadable({ code }: Pick<Unreadable, 'code'>): void {
    this.#append({ kind: 'unreadable', code: knownFaultCode(code), bytes: this.#frame.countBytes() });
  }

  /** Records messages that are missing, and are asked for again. */
  recordMissingRange(count: number): void {
    this.#append({ kind: 'missing-range', count });
  }

  /** Records messages that are gone for good. */
  recordMissed(count: number): void {
    if (count > 0) this.#append({ kind: 'missed', count });
  }

  /** Records that another user code is in force. */
  recordNewCode(): void {
    this.#append({ kind: 'code-refreshed' });
  }

  /** Returns what records a message and sends its frame. */
  recordSends(send: SocketOpened['send']): OutboxSocket['send'] {
    return (message, frame) => {
      const isSent = send(frame);
      if (isSent) this.#append(factOfSent(message, frame));
      return isSent;
    };
  }

  /** Records that something in this page was thrown and caught by nobody. */
  recordFault(thrown: unknown): void {
    this.#append(factOfFault(thrown));
  }

  #dropContent(): void {
    this.#dropping = undefined;
    this.#frame = new ReceivedFrame('');
    this.#record.dropContent();
  }

  #append(fact: OtherFact): void {
    this.#record.addEntry({ ...fact, at: Date.now() });
    this.#noteChange();
  }

  #noteChange(): void {
    if (this.#changes.observed) this.#changes.next();
  }
}

import { DestroyRef, inject, Service } from '@angular/core';
import { map, type Observable, startWith, Subject } from 'rxjs';

import type { ClientMessage, FrameFault, ServerMessage } from '../../protocol/index.ts';
import type { Sequence } from '../resume/log-cursor.ts';
import type { ConnectionChange } from '../socket/connection-state.ts';
import type { Frame } from '../socket/open-socket.ts';
import { byteLength, textToCount } from './byte-length.ts';
import { factOfArrival, factOfChange, factOfFault, factOfReception, factOfSent } from './connection-log-facts.ts';
import type { ConnectionLogFact, ConnectionLogState } from './connection-log-state.ts';
import { ConnectionRecord } from './connection-record.ts';

/** How long the log holds frames until it completes its entries, in milliseconds: nothing of what was said is to stay. */
const COMPLETE_AFTER = 1_000;

/** A message that has arrived, and the frame that it came in. */
interface Arrival {
  readonly message: ServerMessage;
  readonly sequence: Sequence;
  readonly frame: Frame;
}

/** Records what happens to the connection, for whoever looks for the cause of a trouble. */
@Service({ autoProvided: false })
export class ConnectionLog {
  private readonly record = new ConnectionRecord();
  private readonly changes = new Subject<void>();
  private completing: ReturnType<typeof setTimeout> | undefined;

  /** What is recorded; put together only for who looks. Hot; replays it; never errors or completes. */
  readonly state$: Observable<ConnectionLogState> = this.changes.pipe(
    startWith(undefined),
    map(() => this.record.state),
  );

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.completing));
  }

  /** Records a change of the connection's state, where it is worth an entry. */
  recordChange(change: ConnectionChange): void {
    const fact = factOfChange(change);
    if (fact !== null) this.append(fact);
  }

  /** Records how long a ping took to be answered, in milliseconds. */
  recordRoundTrip(milliseconds: number): void {
    this.record.addRoundTrip({ at: Date.now(), milliseconds });
    this.changes.next();
  }

  /** Records a message that was read, without what it says. */
  recordReceived({ message, sequence, frame }: Arrival): void {
    const text = textToCount(frame);
    if (text === undefined) return this.append(factOfReception({ message, sequence, bytes: byteLength(frame) }));
    const entry = Object.assign(factOfArrival(message, sequence), { at: Date.now() });
    this.record.addArrival(entry, { id: message.id, frame: text });
    this.completing ??= setTimeout(() => this.complete(), COMPLETE_AFTER);
    this.changes.next();
  }

  /** Records a frame that could not be read. */
  recordUnreadable({ code }: FrameFault, frame: Frame): void {
    this.append({ kind: 'unreadable', code, bytes: byteLength(frame) });
  }

  /** Records messages that are missing, and are asked for again. */
  recordMissingRange(count: number): void {
    this.append({ kind: 'missing-range', count });
  }

  /** Records messages that are gone for good. */
  recordMissed(count: number): void {
    if (count > 0) this.append({ kind: 'missed', count });
  }

  /** Records that another user code is in force. */
  recordNewCode(): void {
    this.append({ kind: 'code-refreshed' });
  }

  /** Returns what records a message and sends its frame. */
  recordSends(send: (frame: string) => boolean): (message: ClientMessage, frame: string) => boolean {
    return (message, frame) => {
      const isSent = send(frame);
      if (isSent) this.append(factOfSent(message, frame));
      return isSent;
    };
  }

  /** Records that something in this page was thrown and caught by nobody. */
  recordFault(thrown: unknown): void {
    this.append(factOfFault(thrown));
  }

  private complete(): void {
    this.completing = undefined;
    this.record.complete();
  }

  private append(fact: ConnectionLogFact): void {
    this.record.addEntry(Object.assign(fact, { at: Date.now() }));
    this.changes.next();
  }
}

import { Service } from '@angular/core';
import { BehaviorSubject, type Observable } from 'rxjs';

import type { FrameFault } from '../../protocol/index.ts';
import type { ConnectionChange } from '../socket/connection-state.ts';
import { connectionFact, faultFact, type JournalFact, type Reading, receivedFact, sentFact } from './journal-entry.ts';
import { EMPTY_JOURNAL, type JournalState, withEntry, withRoundTrip } from './journal-state.ts';

/** Remembers what has happened to the connection, for whoever looks for the cause of a trouble. */
@Service()
export class Journal {
  private readonly state = new BehaviorSubject(EMPTY_JOURNAL);

  /** What is remembered. Hot; replays it; never errors or completes. */
  readonly state$: Observable<JournalState> = this.state.asObservable();

  /** Notes a change of the connection. */
  change(change: ConnectionChange): void {
    if (change.kind === 'round-trip') return this.measure(change.milliseconds);
    const fact = connectionFact(change);
    if (fact !== null) this.note(fact);
  }

  /** Notes a message that has arrived. */
  read(reading: Reading): void {
    this.note(receivedFact(reading));
  }

  /** Notes a frame that could not be read, and its size in bytes. */
  refuse({ code }: FrameFault, bytes: number): void {
    this.note({ kind: 'unreadable', code, bytes });
  }

  /** Notes messages that are asked for again. */
  askAgain(count: number): void {
    this.note({ kind: 'hole', count });
  }

  /** Notes messages that are gone for good. */
  miss(count: number): void {
    if (count > 0) this.note({ kind: 'missed', count });
  }

  /** Notes that another user code is in force. */
  moveToNewCode(): void {
    this.note({ kind: 'code-refreshed' });
  }

  /** Sends as `send` does, and notes it. */
  noting(send: (frame: string) => void): (frame: string) => void {
    return (frame) => {
      this.note(sentFact(frame));
      send(frame);
    };
  }

  /** Notes that something in this page was thrown and caught by nobody. */
  fault(thrown: unknown): void {
    this.note(faultFact(thrown));
  }

  private note(fact: JournalFact): void {
    this.state.next(withEntry(this.state.value, { ...fact, at: Date.now() }));
  }

  private measure(milliseconds: number): void {
    this.state.next(withRoundTrip(this.state.value, { at: Date.now(), milliseconds }));
  }
}

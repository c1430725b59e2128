import type { LogName } from '../../services/index.ts';
import type { HistoryStore } from './store/history-store.ts';
import type { LogProgress, NewEvent } from './store/records.ts';

/** What goes into the store in one transaction. */
interface Batch {
  readonly events: NewEvent[];
  progress?: LogProgress;
}

/** How long what could not be written waits, in milliseconds. */
const RETRY_AFTER = 2_000;

/**
 * Writes to the store one thing after the other. What arrives while it writes goes together into the next
 * transaction; what could not be written is tried again before anything that follows, so that the position in the log
 * never gets ahead of the messages.
 */
export class HistoryWriter {
  private readonly store: HistoryStore;
  private readonly onWritten: () => void;
  private openBatch: Batch | null = null;
  private last: Promise<void> = Promise.resolve();

  /** `onWritten` is called after each batch. */
  constructor(store: HistoryStore, onWritten: () => void) {
    this.store = store;
    this.onWritten = onWritten;
  }

  /** Resolves when everything up to now has been written. */
  get idle(): Promise<void> {
    return this.last;
  }

  /** Writes an event, and how far it brings the log. */
  append(event: NewEvent, progress?: LogProgress): void {
    const batch = this.openBatch ?? this.beginBatch();
    batch.events.push(event);
    if (progress !== undefined) batch.progress = { ...progress, from: batch.progress?.from ?? progress.from };
  }

  /** Goes over to a log of which the server has `lastSeq` messages. */
  enterLog(log: LogName, lastSeq: number): void {
    this.enqueue(() => this.store.enterLog(log, lastSeq));
  }

  /** Does something with the store in its turn. */
  enqueue(work: () => Promise<unknown>): void {
    this.openBatch = null;
    this.last = this.last.then(() => retryUntilDone(work));
  }

  private beginBatch(): Batch {
    const batch: Batch = { events: [] };
    this.enqueue(async () => {
      if (this.openBatch === batch) this.openBatch = null;
      await this.store.append(batch.events, batch.progress);
      this.onWritten();
    });
    this.openBatch = batch;
    return batch;
  }
}

async function retryUntilDone(work: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await work();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER));
    }
  }
}

import type { EventLog } from './event-log.ts';
import type { JobQueue } from './job-queue.ts';
import type { MediaStore } from './media-store.ts';

/** The user codes that are no longer valid. */
export interface Revocations {
  /** Whether a code has been revoked. Synchronous: it is asked while a socket opens. */
  isRevoked(code: string): boolean;
  /** Calls a listener with every code that is revoked from now on, within a few seconds; returns what ends that. */
  watch(listener: (code: string) => void): () => void;
}

/** Everything that a gateway stores. The log and the queue belong together: the queue appends to the log. */
export interface Storage {
  readonly log: EventLog;
  readonly queue: JobQueue;
  readonly media: MediaStore;
  readonly revocations: Revocations;
  /** Closes the queue, which waits for its handlers, then the rest. */
  close(): Promise<void>;
}

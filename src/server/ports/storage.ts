import type { EventLog } from './event-log.ts';
import type { JobQueue } from './job-queue.ts';
import type { MediaStore } from './media-store.ts';
import type { Revocations } from './revocations.ts';

/** All that a gateway remembers. The log and the queue belong together: the queue keeps messages in the log. */
export interface Storage {
  readonly log: EventLog;
  readonly queue: JobQueue;
  readonly media: MediaStore;
  readonly revocations: Revocations;
  /** Closes the queue, which waits for its handlers, then the rest. */
  close(): Promise<void>;
}

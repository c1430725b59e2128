import type { ServerMessage } from '../../../protocol/index.ts';

/** Jobs of one code that ended last. What is still under way of one is no older than a moment. */
const REMEMBERED = 8;

/**
 * Knows of the jobs of a code that have just ended: a process may read the end of one before what the job said in passing has
 * come, which then no longer holds.
 */
export class EndedJobs {
  #ids: readonly string[] = [];

  /** Remembers the job that a durable message ends, if it does. */
  note(message: ServerMessage): void {
    const { type, jobId } = message;
    const isEnd = type === 'error' || (type === 'system' && ['completed', 'cancelled'].includes(message.event));
    if (isEnd && jobId !== undefined) this.#ids = [...this.#ids, jobId].slice(-REMEMBERED);
  }

  /** Whether a transient message is of a job that has ended. */
  has({ jobId }: ServerMessage): boolean {
    return jobId !== undefined && this.#ids.includes(jobId);
  }
}

import type { Job, JobQueue } from '../ports/index.ts';
import type { OperatorActions } from './operator-requests.ts';

type Awaitable<Value> = Value | Promise<Value>;

/** What operators decide about. The parts must be of one store. */
export interface OperatedParts {
  readonly queue: Pick<JobQueue, 'cancel'>;
  /** The open jobs. */
  readonly jobs: {
    findOpenById(id: string): Awaitable<Job | undefined>;
    openJobsOf(code: string): Awaitable<readonly Job[]>;
  };
  readonly restrictions: {
    pause(): Promise<void>;
    resume(): Promise<void>;
    block(address: string): Promise<void>;
    unblock(address: string): Promise<void>;
  };
  /** Deletes the messages and the ended jobs of a code. */
  readonly erase: (code: string) => Awaitable<void>;
}

/** What an operator may do while the gateway runs. */
export function operatorActions({ queue, jobs, restrictions, erase }: OperatedParts): OperatorActions {
  return {
    pause: () => done(restrictions.pause()),
    resume: () => done(restrictions.resume()),
    block: (address) => done(restrictions.block(address)),
    unblock: (address) => done(restrictions.unblock(address)),
    'cancel-job': async (id) => {
      const job = await jobs.findOpenById(id);
      // Where it has ended meanwhile there is nothing left to do.
      if (job !== undefined) await queue.cancel(job.code, job.prompt.id);
      return true;
    },
    'delete-code': async (code) => {
      for (const { prompt } of await jobs.openJobsOf(code)) await queue.cancel(code, prompt.id);
      // One that runs stores its last messages when it has stopped.
      if ((await jobs.openJobsOf(code)).length > 0) return false;
      await erase(code);
      return true;
    },
  };
}

async function done(act: Promise<void>): Promise<boolean> {
  await act;
  return true;
}

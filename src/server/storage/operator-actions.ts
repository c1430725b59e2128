import type { JobQueue } from '../ports/index.ts';
import type { OperatorActions } from './operator-requests.ts';
import type { SqliteEventLog } from './sqlite-event-log.ts';
import type { SqliteFile } from './sqlite-file.ts';
import type { JobTable } from './sqlite-job-table.ts';
import type { SqliteRestrictions } from './restrictions.ts';
import { retryWhileBusy } from './retry-while-busy.ts';

export interface OperatedParts {
  readonly file: SqliteFile;
  readonly log: SqliteEventLog;
  readonly queue: Pick<JobQueue, 'cancel'>;
  readonly table: JobTable;
  readonly restrictions: SqliteRestrictions;
}

/** What an operator may do while the gateway runs. The parts must be of one file. */
export function operatorActions({ file, log, queue, table, restrictions }: OperatedParts): OperatorActions {
  return {
    pause: () => done(() => restrictions.pause()),
    resume: () => done(() => restrictions.resume()),
    block: (address) => done(() => restrictions.block(address)),
    unblock: (address) => done(() => restrictions.unblock(address)),
    'cancel-job': async (id) => {
      const job = table.findOpenById(id);
      // Where it has ended meanwhile there is nothing left to do.
      if (job !== undefined) await queue.cancel(job.code, job.prompt.id);
      return true;
    },
    'delete-code': async (code) => {
      for (const { prompt } of table.openJobsOf(code)) await queue.cancel(code, prompt.id);
      // One that runs stores its last messages when it has stopped.
      if (table.countOpen(code) > 0) return false;
      file.erasing(() => {
        table.removeEnded(code);
        log.trimAll(code);
      });
      return true;
    },
  };
}

async function done(act: () => void): Promise<boolean> {
  await retryWhileBusy(act);
  return true;
}

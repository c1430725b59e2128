import type { JobJournal } from '../../../engines/index.ts';
import type { DangerousPart, JobRun, ToldProgress } from '../../ports/index.ts';
import { JobNotOpenError } from '../../schedule/job-not-open.ts';
import { toldPercent } from '../../schedule/told-percent.ts';
import type { Database } from '../database/database.ts';
import { insist } from '../database/insist.ts';
import type { LeasedJob } from './leased-job.ts';

const IS_MINE = 'WHERE place = $1 AND lease = $2 AND ended_at IS NULL RETURNING';

/** What is stored with a job while it runs. Who has lost the job writes nothing of it: each rejects with a {@link JobNotOpenError}. */
export function keptWithJob(
  database: Database,
  leased: LeasedJob,
): Pick<Required<JobRun>, 'journal' | 'danger' | 'told'> {
  return { journal: journalOf(database, leased), danger: dangerOf(database, leased), told: toldOf(database, leased) };
}

function journalOf(database: Database, { place, lease, journal }: LeasedJob): JobJournal {
  let stored = journal;
  return {
    get entry() {
      return stored;
    },
    async write(entry) {
      const text = entry === undefined ? null : JSON.stringify(entry);
      const sql = `UPDATE jobs SET journal = $3 ${IS_MINE} place`;
      const [written] = await insist(() => database.query(sql, [place, lease, text]));
      if (written === undefined) throw new JobNotOpenError();
      stored = entry;
    },
  };
}

function dangerOf(database: Database, { place, lease }: LeasedJob): DangerousPart {
  return {
    async enter() {
      const sql = `UPDATE jobs SET perilous_runs = perilous_runs + 1 ${IS_MINE} perilous_runs AS runs`;
      const [row] = await database.transaction((transaction) => transaction.query(sql, [place, lease]));
      if (row === undefined) throw new JobNotOpenError();
      return Number(row['runs']);
    },
    async leave() {
      const sql = `UPDATE jobs SET perilous_runs = 0 ${IS_MINE} place`;
      await insist(() => database.query(sql, [place, lease]));
    },
  };
}

function toldOf(database: Database, { place, lease, toldPercent: before }: LeasedJob): ToldProgress {
  let percent = before;
  return {
    get progress() {
      return percent / 100;
    },
    async raise(progress) {
      const next = toldPercent(progress);
      if (next <= percent) return;
      const sql = `UPDATE jobs SET told_percent = greatest(told_percent, $3) ${IS_MINE} place`;
      const [written] = await database.query(sql, [place, lease, next]);
      if (written === undefined) throw new JobNotOpenError();
      percent = next;
    },
  };
}

import { existsSync } from 'node:fs';
import type { Job } from '../ports/index.ts';
import { Database } from '../postgres/database/database.ts';
import { explainDatabaseFault } from '../postgres/database/explain-fault.ts';
import { migrate } from '../postgres/database/migrate.ts';
import { JobRecords } from '../postgres/jobs/job-records.ts';
import { revokeCode as revokeInPostgres } from '../postgres/operators/postgres-revocations.ts';
import { RequestTable } from '../postgres/operators/request-table.ts';
import { databasePath } from '../storage/data-folder.ts';
import type { RequestStore } from '../storage/operator-requests.ts';
import { retryWhileBusy } from '../storage/retry-while-busy.ts';
import { SqliteFile } from '../storage/sqlite-file.ts';
import { JobTable } from '../storage/sqlite-job-table.ts';
import { SqliteRequests } from '../storage/sqlite-requests.ts';
import { revokeCode } from '../storage/sqlite-revocations.ts';
import type { Settings } from './settings.ts';
import { type DayOfUse, usageByDay, usageByDayOf } from './usage-report.ts';

/** The data of a gateway as an operator's commands see them; the gateway may be running. */
export interface OperatorData {
  readonly requests: RequestStore;
  openJobs(): Promise<readonly Job[]>;
  usageByDay(): Promise<readonly DayOfUse[]>;
  /** Revokes the code of a key. */
  revoke(code: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens the data that a gateway of these settings has. Rejects with a line for people where there are none. */
export async function openOperatorData({
  dataFolder,
  databaseUrl,
}: Pick<Settings, 'dataFolder' | 'databaseUrl'>): Promise<OperatorData> {
  if (databaseUrl !== undefined) return openDatabase(databaseUrl);
  const path = databasePath(dataFolder);
  if (!existsSync(path)) throw new Error(`There are no data at ${path}: choose them with DATA_DIR.`);
  const file = SqliteFile.open(path);
  return {
    requests: new SqliteRequests(file),
    openJobs: () => Promise.resolve(new JobTable(file).openJobs(0, Number.MAX_SAFE_INTEGER).map(({ job }) => job)),
    usageByDay: () => Promise.resolve(usageByDay(file)),
    revoke: (code) => retryWhileBusy(() => revokeCode(file, code)),
    close: () => Promise.resolve(file.close()),
  };
}

async function openDatabase(url: string): Promise<OperatorData> {
  try {
    const database = await Database.open(url);
    await migrate(database);
    return {
      requests: new RequestTable(database),
      openJobs: () => new JobRecords(database).openJobs(),
      usageByDay: () => usageByDayOf(database),
      revoke: (code) => revokeInPostgres(database, code),
      close: () => database.close(),
    };
  } catch (error) {
    const why = explainDatabaseFault(error, url);
    throw why === undefined ? error : new Error(why, { cause: error });
  }
}

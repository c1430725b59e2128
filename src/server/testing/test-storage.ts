import type { Retention } from '../ports/index.ts';
import { DataFolder, type DataFolderOptions } from '../storage/data-folder.ts';
import { SqliteEventLog } from '../storage/sqlite-event-log.ts';
import { SqliteFile } from '../storage/sqlite-file.ts';
import { SqliteJobQueue, type SqliteJobQueueOptions } from '../storage/sqlite-job-queue.ts';
import { JobTable } from '../storage/sqlite-job-table.ts';
import { makeTemporaryFolder } from '../../engines/testing/temporary-folder.ts';

/** A data folder of a spec's own. */
export async function openTestFolder(options: DataFolderOptions = {}): Promise<DataFolder> {
  return DataFolder.open(await makeTemporaryFolder(), options);
}

/** A log that lives as long as its spec. */
export function memoryLog(messagesPerCode?: number): SqliteEventLog {
  const retention: Retention = { messagesPerCode: messagesPerCode ?? Infinity, maxAgeMs: Infinity };
  return new SqliteEventLog(SqliteFile.open(':memory:'), { retention });
}

/** A log and its queue that live as long as their spec. */
export function memoryQueue(options: SqliteJobQueueOptions = {}): { log: SqliteEventLog; queue: SqliteJobQueue } {
  const file = SqliteFile.open(':memory:');
  const log = new SqliteEventLog(file);
  return { log, queue: new SqliteJobQueue(log, new JobTable(file), options) };
}

import { DataFolder } from '../../../src/server/index.ts';

/** What opens a store on PostgreSQL, by a variable: without it, only cases on a folder can be measured. */
const SHARED = '../../../src/server/open-storage.ts';

/** Opens what the environment names: a database that several share, or a folder of one's own. */
export async function openStorage(options) {
  const { DATABASE_URL: databaseUrl, DATA_DIR: dataFolder } = process.env;
  if (!databaseUrl) return DataFolder.open(dataFolder, options);
  const { openStorage: open } = await import(SHARED);
  const { storage } = await open({ databaseUrl, dataFolder }, { ...options, isWorker: true });
  return storage;
}

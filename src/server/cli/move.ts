import { existsSync, readFileSync } from 'node:fs';
import { accessKeyPath } from '../access/access-key.ts';
import { Database } from '../postgres/database/database.ts';
import { explainDatabaseFault, placeOfDatabase } from '../postgres/database/explain-fault.ts';
import { migrate } from '../postgres/database/migrate.ts';
import { MoveError, moveData } from '../postgres/move/move-data.ts';
import { databasePath, mediaPath } from '../storage/data-folder.ts';
import { FolderTakenError, lockFolder } from '../storage/folder-lock.ts';
import { SqliteFile } from '../storage/sqlite-file.ts';
import { readSettings, type Settings } from './settings.ts';

/**
 * Moves what a data folder has into a database of PostgreSQL's; resolves with the line to print. Rejects with a line for
 * people where it can't: the same command goes on where it stopped.
 * @param to default: `DATABASE_URL`
 */
export async function runMove(settings: Pick<Settings, 'dataFolder' | 'databaseUrl'>, to?: string): Promise<string> {
  const url = to === undefined ? settings.databaseUrl : databaseUrlIn(to);
  if (url === undefined) throw new Error('Where to? Run: ask-kitten move --to postgres://user:password@host/name');
  const { dataFolder } = settings;
  if (!existsSync(databasePath(dataFolder)))
    throw new Error(`There are no data in ${dataFolder}: choose them with DATA_DIR.`);
  try {
    return await withLock(dataFolder, () => move(dataFolder, url));
  } catch (error) {
    if (error instanceof MoveError) throw error;
    const why = explainDatabaseFault(error, url);
    throw why === undefined ? error : new Error(why, { cause: error });
  }
}

/** Keeps gateways out of the folder meanwhile. */
async function withLock<Value>(dataFolder: string, work: () => Promise<Value>): Promise<Value> {
  const lock = lockAgainstGateways(dataFolder);
  try {
    return await work();
  } finally {
    lock.close();
  }
}

function lockAgainstGateways(dataFolder: string): { close(): void } {
  try {
    return lockFolder(dataFolder);
  } catch (error) {
    if (!(error instanceof FolderTakenError)) throw error;
    throw new MoveError(`${dataFolder} is in use by a gateway: stop that first.`, { cause: error });
  }
}

async function move(dataFolder: string, url: string): Promise<string> {
  const keyPath = accessKeyPath(dataFolder);
  const accessKey = existsSync(keyPath) ? readFileSync(keyPath, 'utf8').trim() : undefined;
  const database = await Database.open(url);
  const file = SqliteFile.open(databasePath(dataFolder));
  try {
    await migrate(database);
    const { codes, messages, jobs } = await moveData(file, database, { accessKey });
    return (
      `Moved ${codes} codes, ${messages} messages and ${jobs} jobs to ${placeOfDatabase(url)}.\n` +
      `The media stay in ${mediaPath(dataFolder)}; kitten.sqlite beside them is of no more use, and may be removed.\n` +
      'From now on, start with DATABASE_URL.'
    );
  } finally {
    file.close();
    await database.close();
  }
}

/** Throws a line for people where it is no address of a database. */
function databaseUrlIn(text: string): string | undefined {
  const read = readSettings({ DATABASE_URL: text });
  if (!read.ok) throw new Error('--to has to be like postgres://user:password@host/name.');
  return read.value.databaseUrl;
}

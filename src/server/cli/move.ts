import { existsSync, readFileSync } from 'node:fs';
import { accessKeyPath } from '../access/access-key.ts';
import { Database } from '../postgres/database/database.ts';
import { explainDatabaseFault, placeOfDatabase } from '../postgres/database/explain-fault.ts';
import { migrate } from '../postgres/database/migrate.ts';
import { AlreadyMovedError, MoveError, moveData } from '../postgres/move/move-data.ts';
import { MediaStoreError } from '../media-stores/media-store-error.ts';
import { databasePath, mediaPath } from '../storage/data-folder.ts';
import { FolderTakenError, lockFolder } from '../storage/folder-lock.ts';
import { SqliteFile } from '../storage/sqlite-file.ts';
import { type MovedMedia, openMovedMedia } from '../postgres/move/moved-media.ts';
import { readSettings, type Settings } from './settings.ts';

export interface MoveDestination {
  /** Default: `DATABASE_URL`. */
  readonly to?: string | undefined;
  /** Has the variables of AWS, where the media go into a bucket. Default: none. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/**
 * Moves what a data folder has into a database of PostgreSQL's, and its media where `MEDIA_URL` says; resolves with the lines
 * to print. Rejects with a line for people where it can't: the same command goes on where it stopped.
 */
export async function runMove(
  settings: Pick<Settings, 'dataFolder' | 'databaseUrl' | 'mediaPlace'>,
  { to, environment = {} }: MoveDestination = {},
): Promise<string> {
  const url = to === undefined ? settings.databaseUrl : databaseUrlIn(to);
  if (url === undefined) throw new Error('Where to? Run: ask-kitten move --to postgres://user:password@host/name');
  const { dataFolder } = settings;
  if (!existsSync(databasePath(dataFolder)))
    throw new Error(`There are no data in ${dataFolder}: choose them with DATA_DIR.`);
  // Before anything is moved: a place that can't be used is told at once.
  const media = await openMovedMedia(settings, environment);
  try {
    return await withLock(dataFolder, () => move(dataFolder, url, media));
  } catch (error) {
    if (error instanceof MoveError || error instanceof MediaStoreError) throw error;
    const why = explainDatabaseFault(error, url);
    throw why === undefined ? error : new Error(why, { cause: error });
  } finally {
    await media?.close();
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

async function move(dataFolder: string, url: string, media: MovedMedia | undefined): Promise<string> {
  const keyPath = accessKeyPath(dataFolder);
  const accessKey = existsSync(keyPath) ? readFileSync(keyPath, 'utf8').trim() : undefined;
  const database = await Database.open(url);
  const file = SqliteFile.open(databasePath(dataFolder));
  try {
    await migrate(database);
    const copyMedia = async (): Promise<void> => media?.copy();
    const { codes, messages, jobs } = await moveData(file, database, { accessKey, beforeEnd: copyMedia });
    return [
      `Moved ${codes} codes, ${messages} messages and ${jobs} jobs to ${placeOfDatabase(url)}.`,
      ...(media?.lines ?? [
        `The media stay in ${mediaPath(dataFolder)}; kitten.sqlite beside them is of no more use, and may be removed.`,
      ]),
      'From now on, start with DATABASE_URL.',
    ].join('\n');
  } catch (error) {
    if (!(error instanceof AlreadyMovedError) || media === undefined) throw error;
    // The media may have another place since.
    await media.copy();
    return [error.message, ...media.lines].join('\n');
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

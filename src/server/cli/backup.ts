import { backUp, restore } from '../storage/backup.ts';
import { FolderTakenError } from '../storage/folder-lock.ts';
import type { Settings } from './settings.ts';

/** What a folder of ours can't copy. */
const IN_POSTGRES = 'The data are in PostgreSQL';

/** Copies the data, and media where they are beside it; returns the line to print. @param folder default: one in this folder with the time in its name */
export async function runBackup(
  { dataFolder, databaseUrl, mediaPlace }: Settings,
  folder = defaultName(),
): Promise<string> {
  if (databaseUrl !== undefined) throw new Error(`${IN_POSTGRES}: copy them with pg_dump, and then the media.`);
  const facts = await backUp(dataFolder, folder);
  const elsewhere = mediaPlace === undefined ? '' : ' Those that MEDIA_URL names are copied by themselves.';
  return `Copied to ${facts.folder}, with ${facts.media} media.${elsewhere}`;
}

/** Brings a copy back; returns the line to print. Rejects with a line for people where it can't. */
export async function runRestore({ dataFolder, databaseUrl }: Settings, folder: string | undefined): Promise<string> {
  if (databaseUrl !== undefined) throw new Error(`${IN_POSTGRES}: bring them back with pg_restore.`);
  if (folder === undefined) throw new Error('Which backup? Run: ask-kitten restore FOLDER');
  try {
    const replaced = await restore(folder, dataFolder);
    const kept = replaced === undefined ? '' : ` What was there is in ${replaced}.`;
    return `Restored into ${dataFolder}.${kept}`;
  } catch (error) {
    if (!(error instanceof FolderTakenError)) throw error;
    throw new Error(`${dataFolder} is in use by a gateway: stop that first.`, { cause: error });
  }
}

function defaultName(): string {
  return `kitten-backup-${new Date().toISOString().replace(/[:.]/g, '-')}`;
}

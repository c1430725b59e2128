import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { ACCESS_KEY_BYTES, accessKeyPath, openAccessKey } from './access/access-key.ts';
import { MediaFolder } from './media-stores/media-folder.ts';
import { isDiskFull, type Storage } from './ports/index.ts';
import { durabilityWarning } from './postgres/database/durability.ts';
import { sharedAccessKey } from './postgres/storage/access-key.ts';
import { PostgresStorage, type PostgresStorageOptions } from './postgres/storage/postgres-storage.ts';
import { DataFolder, type DataFolderOptions, mediaPath } from './storage/data-folder.ts';
import { ReadOnlyFolder } from './storage/read-only-folder.ts';

export interface StoragePlace {
  /** The folder of this machine, or one that machines share: of everything, or only of the media. */
  readonly dataFolder: string;
  /** The database of PostgreSQL's that has everything but the media; undefined where the folder has all. */
  readonly databaseUrl: string | undefined;
}

/** What a gateway stores, and what it signs with. */
export interface OpenedStorage {
  readonly storage: Storage;
  readonly accessKey: Uint8Array;
  /** A line for whoever starts it, where what is stored is not safe; undefined where it is. */
  readonly warning?: string | undefined;
  /** Resolves with whether there is room again; absent where there is. Without room nothing can be stored. */
  readonly hasRoom?: () => Promise<boolean>;
}

/** For this user only. */
const OWN = 0o700;

/** Opens what a gateway stores, and the key that its passes are signed with. Rejects with what is wrong with the place. */
export async function openStorage(
  { dataFolder, databaseUrl }: StoragePlace,
  options: DataFolderOptions & Pick<PostgresStorageOptions, 'isWorker'>,
): Promise<OpenedStorage> {
  if (databaseUrl === undefined) return openFolder(dataFolder, options);
  await mkdir(dataFolder, { recursive: true, mode: OWN });
  const mediaStore = options.mediaStore ?? (await MediaFolder.open(mediaPath(dataFolder)));
  const storage = await PostgresStorage.open(databaseUrl, { ...options, mediaStore, folder: dataFolder });
  const { database } = storage;
  return { storage, accessKey: await sharedAccessKey(database), warning: await durabilityWarning(database) };
}

async function openWritable(folder: string, options: DataFolderOptions): Promise<OpenedStorage> {
  const storage = await DataFolder.open(folder, options);
  try {
    return { storage, accessKey: openAccessKey(folder) };
  } catch (error) {
    await storage.close();
    throw error;
  }
}

/** On a full disk what is there is opened to be read; a folder without data rejects with the system's or SQLite's error. */
async function openFolder(folder: string, options: DataFolderOptions): Promise<OpenedStorage> {
  try {
    return await openWritable(folder, options);
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    const storage = await ReadOnlyFolder.open(folder, options).catch(() => {
      // Without data to be read, that is what there is to say.
      throw error;
    });
    // A key that can't be stored signs until there is room.
    const accessKey = existsSync(accessKeyPath(folder)) ? openAccessKey(folder) : randomBytes(ACCESS_KEY_BYTES);
    return { storage, accessKey, hasRoom: () => storage.hasRoom() };
  }
}

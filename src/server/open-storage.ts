import { mkdir } from 'node:fs/promises';
import { openAccessKey } from './access/access-key.ts';
import { MediaFolder } from './media-stores/media-folder.ts';
import type { Storage } from './ports/index.ts';
import { sharedAccessKey } from './postgres/storage/access-key.ts';
import { PostgresStorage, type PostgresStorageOptions } from './postgres/storage/postgres-storage.ts';
import { DataFolder, type DataFolderOptions, mediaPath } from './storage/data-folder.ts';

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
}

/** For this user only. */
const OWN = 0o700;

/** Opens what a gateway stores, and the key that its passes are signed with. Rejects with what is wrong with the place. */
export async function openStorage(
  { dataFolder, databaseUrl }: StoragePlace,
  options: DataFolderOptions & Pick<PostgresStorageOptions, 'isWorker'>,
): Promise<OpenedStorage> {
  if (databaseUrl === undefined) {
    const storage = await DataFolder.open(dataFolder, options);
    return { storage, accessKey: openAccessKey(dataFolder) };
  }
  await mkdir(dataFolder, { recursive: true, mode: OWN });
  const mediaStore = options.mediaStore ?? (await MediaFolder.open(mediaPath(dataFolder)));
  const storage = await PostgresStorage.open(databaseUrl, { ...options, mediaStore, folder: dataFolder });
  return { storage, accessKey: await sharedAccessKey(storage.database) };
}

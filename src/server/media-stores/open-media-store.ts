import type { AdoptingMediaStore } from './copy-media.ts';
import { MediaFolder } from './media-folder.ts';
import { MediaStoreError } from './media-store-error.ts';
import type { MediaPlace } from './media-url.ts';
import { createS3Clients } from './s3-client.ts';
import { S3MediaStore } from './s3-media-store.ts';

/**
 * Opens what `MEDIA_URL` names, and stores something there to see that it can.
 * Rejects with a line for people, a {@link MediaStoreError} where the place can't be used.
 * @param environment has the variables of AWS
 */
export async function openMediaStore(
  place: MediaPlace,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<AdoptingMediaStore> {
  if (place.kind === 'folder') return openFolder(place.folder);
  const store = new S3MediaStore(await createS3Clients(environment), place);
  try {
    await store.probe();
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function openFolder(folder: string): Promise<AdoptingMediaStore> {
  try {
    const store = await MediaFolder.open(folder);
    await store.probe();
    return store;
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    const text = `Nothing can be stored in ${folder} (${code || message}), which MEDIA_URL names.`;
    throw new MediaStoreError(text, code, error);
  }
}

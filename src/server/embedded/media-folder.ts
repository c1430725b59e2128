import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isMediaName, MEDIA_PATH, newMediaName } from '../media-name.ts';
import type { MediaDraft, MediaStore, StoredMedia } from '../ports/index.ts';

/** A media store in a folder of this machine. */
export class MediaFolder implements MediaStore {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /**
   * Opens a folder, making it where it is missing.
   * Rejects with the system's error where that can't be done.
   */
  static async open(folder: string): Promise<MediaFolder> {
    const absolute = resolve(folder);
    await mkdir(absolute, { recursive: true });
    return new MediaFolder(absolute);
  }

  async put({ bytes, mimeType }: MediaDraft): Promise<StoredMedia> {
    const name = newMediaName(mimeType);
    // Written under another name first: what has its real name is whole, even after a crash.
    const draft = join(this.folder, `.${name}.tmp`);
    try {
      await writeFile(draft, bytes, { flag: 'wx' });
      await rename(draft, join(this.folder, name));
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
    return { name, url: MEDIA_PATH + name };
  }

  async remove(name: string): Promise<void> {
    if (isMediaName(name)) await rm(join(this.folder, name), { force: true });
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

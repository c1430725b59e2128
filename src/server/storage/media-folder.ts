import { access, chmod, constants, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isMediaName, MEDIA_PATH, newMediaName } from '../media/media-name.ts';
import type { MediaDraft, MediaStore, StoredMedia } from '../ports/index.ts';

/** For this user only. */
const OWN = 0o700;
const DRAFT_ENDING = '.tmp';
const PROBE_BYTES = 256 * 1024;

/** A media store in a folder of this machine. */
export class MediaFolder implements MediaStore {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /**
   * Opens a folder, making it where it is missing, and clears away what a crash left half written.
   * Rejects with the system's error where that can't be done.
   */
  static async open(folder: string): Promise<MediaFolder> {
    const absolute = resolve(folder);
    // Their names are secrets, so nobody else on this machine may list them; folders of earlier versions were open.
    await mkdir(absolute, { recursive: true, mode: OWN });
    await chmod(absolute, OWN);
    await access(absolute, constants.W_OK);
    const drafts = (await readdir(absolute)).filter((name) => isMediaName(name.slice(1, -DRAFT_ENDING.length)));
    await Promise.all(drafts.map((name) => rm(join(absolute, name), { force: true })));
    return new MediaFolder(absolute);
  }

  async save({ bytes, mimeType }: MediaDraft): Promise<StoredMedia> {
    const name = newMediaName(mimeType);
    // Written under another name first: what has its real name is whole, even after a crash.
    const draft = join(this.folder, `.${name}${DRAFT_ENDING}`);
    try {
      await writeFile(draft, bytes, { flag: 'wx', flush: true });
      await rename(draft, join(this.folder, name));
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
    return { name, url: MEDIA_PATH + name };
  }

  async has(name: string): Promise<boolean> {
    return isMediaName(name) && (await this.#savedAt(name)) !== undefined;
  }

  /** Bytes of a medium; undefined where there is none. */
  async sizeOf(name: string): Promise<number | undefined> {
    return stat(join(this.folder, name)).then(
      ({ size }) => size,
      () => undefined,
    );
  }

  async read(name: string): Promise<Uint8Array> {
    if (!isMediaName(name)) throw new TypeError('no name of a medium');
    return readFile(join(this.folder, name));
  }

  async list(before = Infinity): Promise<readonly string[]> {
    const names = (await readdir(this.folder)).filter(isMediaName);
    if (before === Infinity) return names;
    const times = await Promise.all(names.map((name) => this.#savedAt(name)));
    return names.filter((_, index) => (times[index] ?? Infinity) < before);
  }

  async remove(name: string): Promise<void> {
    if (isMediaName(name)) await rm(join(this.folder, name), { force: true });
  }

  /** Saves and removes what is as large as a small clip. Rejects with the system's error where that can't be done. */
  async probe(): Promise<void> {
    const draft = join(this.folder, `.probe${DRAFT_ENDING}`);
    try {
      await writeFile(draft, Buffer.alloc(PROBE_BYTES), { flush: true });
    } finally {
      await rm(draft, { force: true });
    }
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  /** When a file was written, in milliseconds since the Unix epoch; undefined where there is none. */
  async #savedAt(name: string): Promise<number | undefined> {
    return stat(join(this.folder, name)).then(
      ({ mtimeMs }) => mtimeMs,
      () => undefined,
    );
  }
}

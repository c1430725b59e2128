import { access, constants, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { isMediaName, MEDIA_PATH, newMediaName } from '../media/media-name.ts';
import type { ByteRange, MediaDraft, MediaFacts, StoredMedia } from '../ports/index.ts';
import type { AdoptingMediaStore } from './copy-media.ts';

/** For this user only. */
const OWN = 0o700;
const DRAFT_ENDING = '.tmp';
const PROBE_BYTES = 256 * 1024;

/** What is being written is younger: another gateway may share the folder. */
const DEAD_DRAFT_AGE_MS = 60 * 60 * 1_000;

/** A media store in a folder, of this machine alone or shared with others. */
export class MediaFolder implements AdoptingMediaStore {
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
    // Their names are secrets, so nobody else on this machine may list them.
    await mkdir(absolute, { recursive: true, mode: OWN });
    await access(absolute, constants.W_OK);
    const store = new MediaFolder(absolute);
    await store.#removeDeadDrafts(Date.now() - DEAD_DRAFT_AGE_MS);
    return store;
  }

  async save({ bytes, mimeType }: MediaDraft): Promise<StoredMedia> {
    const name = newMediaName(mimeType);
    await this.#write(name, bytes);
    return { name, url: MEDIA_PATH + name };
  }

  async adopt(name: string, bytes: Uint8Array): Promise<void> {
    if (!isMediaName(name)) throw new TypeError('no name of a medium');
    await this.#write(name, bytes);
  }

  async find(name: string): Promise<MediaFacts | undefined> {
    return isMediaName(name) ? this.#facts(name) : undefined;
  }

  async open(name: string, range?: ByteRange): Promise<Readable | undefined> {
    if (!isMediaName(name)) return undefined;
    const file = await orMissing(open(join(this.folder, name)));
    return file?.createReadStream(range && { start: range.first, end: range.last });
  }

  async read(name: string): Promise<Uint8Array> {
    if (!isMediaName(name)) throw new TypeError('no name of a medium');
    return readFile(join(this.folder, name));
  }

  async list(before = Infinity): Promise<readonly string[]> {
    const names = (await readdir(this.folder)).filter(isMediaName);
    if (before === Infinity) return names;
    const all = await Promise.all(names.map((name) => this.#facts(name)));
    return names.filter((_, index) => (all[index]?.savedAt ?? Infinity) < before);
  }

  async remove(name: string): Promise<void> {
    if (isMediaName(name)) await rm(join(this.folder, name), { force: true });
  }

  /** Saves and removes what is as large as a small clip. */
  async probe(): Promise<void> {
    const draft = join(this.folder, `.probe-${process.pid}${DRAFT_ENDING}`);
    try {
      await writeFile(draft, Buffer.alloc(PROBE_BYTES), { flush: true });
    } finally {
      await rm(draft, { force: true });
    }
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  /** Writes under another name first: what has its real name is whole, even after a crash. */
  async #write(name: string, bytes: Uint8Array): Promise<void> {
    const draft = join(this.folder, `.${name}${DRAFT_ENDING}`);
    try {
      await writeFile(draft, bytes, { flush: true });
      await rename(draft, join(this.folder, name));
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  async #facts(name: string): Promise<MediaFacts | undefined> {
    const found = await orMissing(stat(join(this.folder, name)));
    return found && { bytes: found.size, savedAt: found.mtimeMs };
  }

  /** Removes what a crash has left half written before a time. */
  async #removeDeadDrafts(before: number): Promise<void> {
    const drafts = (await readdir(this.folder)).filter((name) => isMediaName(name.slice(1, -DRAFT_ENDING.length)));
    for (const name of drafts) {
      const facts = await this.#facts(name);
      if (facts !== undefined && facts.savedAt < before) await rm(join(this.folder, name), { force: true });
    }
  }
}

/** What the system answers; undefined where there is no such file. */
function orMissing<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
  return answer.catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  });
}

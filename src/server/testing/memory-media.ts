import { newMediaName } from '../media/media-name.ts';
import type { MediaDraft, MediaStore, StoredMedia } from '../ports/index.ts';

/** A media store that only remembers, or always fails. */
export class MemoryMedia implements MediaStore {
  readonly folder = '/nowhere';
  readonly drafts: MediaDraft[] = [];
  /** What is there. */
  names: readonly string[] = [];
  readonly #failure: Error | undefined;

  constructor(failure?: Error) {
    this.#failure = failure;
  }

  save(draft: MediaDraft): Promise<StoredMedia> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    this.drafts.push(draft);
    const name = newMediaName(draft.mimeType);
    this.names = [...this.names, name];
    return Promise.resolve({ name, url: `/media/${name}` });
  }

  has(name: string): Promise<boolean> {
    return Promise.resolve(this.names.includes(name));
  }

  read(name: string): Promise<Uint8Array> {
    const draft = this.drafts[this.names.indexOf(name)];
    return draft === undefined ? Promise.reject(new Error('no such medium')) : Promise.resolve(draft.bytes);
  }

  list(): Promise<readonly string[]> {
    return Promise.resolve(this.names);
  }

  remove(name: string): Promise<void> {
    this.names = this.names.filter((other) => other !== name);
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

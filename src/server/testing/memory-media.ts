import { randomUUID } from 'node:crypto';
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

  put(draft: MediaDraft): Promise<StoredMedia> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    this.drafts.push(draft);
    const name = randomUUID();
    this.names = [...this.names, name];
    return Promise.resolve({ name, url: `/media/${name}` });
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

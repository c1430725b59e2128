import { Readable } from 'node:stream';
import { newMediaName } from '../media/media-name.ts';
import type { MediaDraft, MediaFacts, MediaStore, StoredMedia } from '../ports/index.ts';

/** A media store that only remembers, or always fails. */
export class MemoryMedia implements MediaStore {
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

  find(name: string): Promise<MediaFacts | undefined> {
    const draft = this.#draftOf(name);
    const facts = { bytes: draft?.bytes.length ?? 0, savedAt: 0 };
    return Promise.resolve(this.names.includes(name) ? facts : undefined);
  }

  open(name: string): Promise<Readable | undefined> {
    const draft = this.#draftOf(name);
    return Promise.resolve(draft && Readable.from([draft.bytes]));
  }

  read(name: string): Promise<Uint8Array> {
    const draft = this.#draftOf(name);
    return draft === undefined ? Promise.reject(new Error('no such medium')) : Promise.resolve(draft.bytes);
  }

  list(): Promise<readonly string[]> {
    return Promise.resolve(this.names);
  }

  remove(name: string): Promise<void> {
    this.names = this.names.filter((other) => other !== name);
    return Promise.resolve();
  }

  probe(): Promise<void> {
    return this.#failure === undefined ? Promise.resolve() : Promise.reject(this.#failure);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #draftOf(name: string): MediaDraft | undefined {
    return this.drafts[this.names.indexOf(name)];
  }
}

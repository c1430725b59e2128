import type { MediaDraft, MediaStore, StoredMedia } from '../ports/index.ts';
import type { MediaFolder } from './media-folder.ts';
import type { MediaLedger } from './media-ledger.ts';
import { retryWhileBusy } from './retry-while-busy.ts';

/** A folder of media, with a ledger of how large they are and for whom. */
export class CountedMedia implements MediaStore {
  readonly folder: string;
  readonly #media: MediaFolder;
  readonly #ledger: MediaLedger;

  constructor(media: MediaFolder, ledger: MediaLedger) {
    this.folder = media.folder;
    this.#media = media;
    this.#ledger = ledger;
  }

  async save(draft: MediaDraft): Promise<StoredMedia> {
    const saved = await this.#media.save(draft);
    const entry = { name: saved.name, address: draft.address ?? '', bytes: draft.bytes.length, code: draft.code };
    await retryWhileBusy(() => this.#ledger.add(entry));
    return saved;
  }

  has(name: string): Promise<boolean> {
    return this.#media.has(name);
  }

  read(name: string): Promise<Uint8Array> {
    return this.#media.read(name);
  }

  list(before?: number): Promise<readonly string[]> {
    return this.#media.list(before);
  }

  async remove(name: string): Promise<void> {
    await this.#media.remove(name);
    await retryWhileBusy(() => this.#ledger.remove(name));
  }

  /** Rejects with the system's error where nothing can be saved. */
  probe(): Promise<void> {
    return this.#media.probe();
  }

  /** Enters what the folder has and the ledger does not, as after a crash or an upgrade, and strikes out what is gone. */
  async audit(): Promise<void> {
    const [names, known] = [new Set(await this.#media.list()), this.#ledger.names()];
    for (const name of known) if (!names.has(name)) await retryWhileBusy(() => this.#ledger.remove(name));
    for (const name of names) {
      const bytes = known.has(name) ? undefined : await this.#media.sizeOf(name);
      if (bytes !== undefined) await retryWhileBusy(() => this.#ledger.add({ name, address: '', bytes }));
    }
  }

  close(): Promise<void> {
    return this.#media.close();
  }
}

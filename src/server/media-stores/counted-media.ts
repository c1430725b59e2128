import type { Readable } from 'node:stream';
import type { ByteRange, MediaDraft, MediaFacts, MediaStore, StoredMedia } from '../ports/index.ts';
import { FOUND_ADDRESS, type MediaLedger } from './media-ledger.ts';

/** A store of media, with a ledger of how large they are and for whom. */
export class CountedMedia implements MediaStore {
  readonly #media: MediaStore;
  readonly #ledger: MediaLedger;

  constructor(media: MediaStore, ledger: MediaLedger) {
    this.#media = media;
    this.#ledger = ledger;
  }

  async save(draft: MediaDraft): Promise<StoredMedia> {
    const saved = await this.#media.save(draft);
    const entry = { name: saved.name, address: draft.address ?? '', bytes: draft.bytes.length, code: draft.code };
    await this.#ledger.add(entry);
    return saved;
  }

  find(name: string): Promise<MediaFacts | undefined> {
    return this.#media.find(name);
  }

  open(name: string, range?: ByteRange): Promise<Readable | undefined> {
    return this.#media.open(name, range);
  }

  read(name: string): Promise<Uint8Array> {
    return this.#media.read(name);
  }

  list(before?: number): Promise<readonly string[]> {
    return this.#media.list(before);
  }

  /** The names of those that were saved before a time and that nothing refers to, but for what is not known as one's own. */
  async listUnused(before: number, usedMedia: () => Promise<ReadonlySet<string>>): Promise<readonly string[]> {
    // The media first: one that is mentioned meanwhile must not seem unused.
    const old = await this.#media.list(before);
    const [own, used] = [await this.#ledger.ownNames(), await usedMedia()];
    return old.filter((name) => own.has(name) && !used.has(name));
  }

  async remove(name: string): Promise<void> {
    await this.#media.remove(name);
    await this.#ledger.remove(name);
  }

  probe(): Promise<void> {
    return this.#media.probe();
  }

  /**
   * Enters what the store has and the ledger does not, as after a crash or an upgrade, and strikes out what is gone. Other
   * gateways may save and remove meanwhile. What a database finds that has known nothing yet is not its own. Where nothing of
   * the ledger is there, it is most likely another place than that of the other gateways: the ledger stays as it is.
   * Resolves with whether that is so.
   */
  async audit(): Promise<{ readonly isElsewhere: boolean }> {
    // The ledger first: what is saved meanwhile is not among the known ones, and would seem to be gone.
    const known = await this.#ledger.names();
    const address = (await this.#ledger.isNew()) ? FOUND_ADDRESS : '';
    const names = new Set(await this.#media.list());
    const isElsewhere = known.size > 0 && [...known].every((name) => !names.has(name));
    if (isElsewhere) return { isElsewhere };
    for (const name of known) if (!names.has(name)) await this.#ledger.remove(name);
    for (const name of names) {
      const facts = known.has(name) ? undefined : await this.#media.find(name);
      if (facts !== undefined) await this.#ledger.addFound({ name, address, bytes: facts.bytes });
    }
    return { isElsewhere };
  }

  close(): Promise<void> {
    return this.#media.close();
  }
}

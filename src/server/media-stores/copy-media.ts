import type { MediaStore } from '../ports/index.ts';

/** A store that takes a medium by the name that it has elsewhere. */
export interface AdoptingMediaStore extends MediaStore {
  /** Saves bytes under a name, whole or not at all, in place of any that are there. Throws a TypeError where it is no name. */
  adopt(name: string, bytes: Uint8Array): Promise<void>;
}

/** What became of the media of a store that were to be in another one. */
export interface CopiedMedia {
  readonly copied: number;
  /** Those that were there already. */
  readonly there: number;
}

/** Media on their way at a time: a bucket takes its time for each. */
const AT_ONCE = 4;

/**
 * Copies media by their names to another store, but for what is there: a copy that was interrupted goes on where it stopped,
 * since what is there is whole. Rejects with the first fault, once nothing is under way any more.
 */
export async function copyMedia(
  from: Pick<MediaStore, 'list' | 'read'>,
  to: Pick<AdoptingMediaStore, 'list' | 'adopt'>,
): Promise<CopiedMedia> {
  const known = new Set(await to.list());
  const names = await from.list();
  const missing = names.filter((name) => !known.has(name));
  const next = missing.values();
  const faults: unknown[] = [];
  const copyOn = async (): Promise<void> => {
    for (const name of next) {
      if (faults.length > 0) return;
      await from
        .read(name)
        .then((bytes) => to.adopt(name, bytes))
        .catch((error: unknown) => faults.push(error));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, copyOn));
  // Not before the others have come to their ends: who tries again then meets nobody.
  if (faults.length > 0) throw faults[0];
  return { copied: missing.length, there: names.length - missing.length };
}

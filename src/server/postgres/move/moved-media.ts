import { resolve } from 'node:path';
import { type AdoptingMediaStore, copyMedia } from '../../media-stores/copy-media.ts';
import { MediaFolder } from '../../media-stores/media-folder.ts';
import type { MediaPlace } from '../../media-stores/media-url.ts';
import { openMediaStore } from '../../media-stores/open-media-store.ts';
import { mediaPath } from '../../storage/data-folder.ts';

/** Where the data are, and where the media are to be. */
interface Moving {
  readonly dataFolder: string;
  readonly mediaPlace: MediaPlace | undefined;
}

/** The place that `MEDIA_URL` names, where that is another one than the data folder's own; undefined where media stay. */
export async function openMovedMedia(
  { dataFolder, mediaPlace }: Moving,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<MovedMedia | undefined> {
  const folder = mediaPath(dataFolder);
  if (mediaPlace === undefined) return undefined;
  if (mediaPlace.kind === 'folder' && resolve(mediaPlace.folder) === resolve(folder)) return undefined;
  const place = mediaPlace.kind === 'folder' ? mediaPlace.folder : `s3://${mediaPlace.bucket}/${mediaPlace.prefix}`;
  return new MovedMedia(folder, { store: await openMediaStore(mediaPlace, environment), place });
}

/** The media of a data folder that go to where `MEDIA_URL` says. */
export class MovedMedia {
  readonly #folder: string;
  readonly #store: AdoptingMediaStore;
  readonly #place: string;
  #lines: readonly string[] = [];

  constructor(folder: string, { store, place }: { readonly store: AdoptingMediaStore; readonly place: string }) {
    this.#folder = folder;
    this.#store = store;
    this.#place = place;
  }

  /** What has been copied, for people. */
  get lines(): readonly string[] {
    return this.#lines;
  }

  /** Copies what is not there yet. */
  async copy(): Promise<void> {
    const { copied, there } = await copyMedia(await MediaFolder.open(this.#folder), this.#store);
    this.#lines = [
      `Copied ${copied} media to ${this.#place}${there > 0 ? `; ${there} were there already` : ''}.`,
      `${this.#folder} and kitten.sqlite beside it are of no more use, and may be removed.`,
    ];
  }

  close(): Promise<void> {
    return this.#store.close();
  }
}

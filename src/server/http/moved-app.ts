import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ENDPOINT_PATH } from '../../protocol/index.ts';
import { atBasePath } from '../media/media-address.ts';

/** As much of the service worker's manifest as says where something is. */
export interface WorkerManifest {
  readonly index: string;
  readonly assetGroups: readonly { readonly urls: readonly string[] }[];
  readonly hashTable: Readonly<Record<string, string>>;
}

const PAGE = 'index.html';
const WORKER_MANIFEST = 'ngsw.json';
const CONFIG = 'config.json';

/** The files of a built app that say where it is, as they are where it is below a base path. */
export class MovedApp {
  readonly #folder: string;
  readonly #basePath: string;

  constructor(folder: string, basePath: string) {
    this.#folder = folder;
    this.#basePath = basePath;
  }

  /** Whether a file is another one below a base path. */
  isOther(file: string): boolean {
    return [PAGE, WORKER_MANIFEST, CONFIG].includes(file);
  }

  /** The text of a file that is another one here; undefined where it is not there. */
  async read(file: string): Promise<string | undefined> {
    const text = await this.#read(file);
    if (file === CONFIG) return movedConfig(text ?? '{}', this.#basePath);
    if (text === undefined) return undefined;
    if (file === PAGE) return movedPage(text, this.#basePath);
    const page = movedPage((await this.#read(PAGE)) ?? '', this.#basePath);
    const manifest = JSON.parse(text) as WorkerManifest;
    return JSON.stringify(movedManifest(manifest, page, this.#basePath));
  }

  #read(file: string): Promise<string | undefined> {
    return readFile(join(this.#folder, file), 'utf8').catch(() => undefined);
  }
}

/** The page, all of whose addresses are relative to its base. One that was built for another base stays as it is. */
function movedPage(html: string, basePath: string): string {
  return html.replace(/(<base href=")\/(?=")/, (_whole, start: string) => start + basePath);
}

/**
 * The manifest of the service worker for an app below a base path, and for the page as it is sent: the worker takes a page
 * that has another hash for broken. Its patterns stay: the worker compares those of pages with what is behind its scope, and
 * the others with any part of an address.
 */
function movedManifest<Manifest extends WorkerManifest>(manifest: Manifest, page: string, basePath: string): Manifest {
  const moved = (url: string): string => (url.startsWith('/') ? atBasePath(basePath, url) : url);
  const hashes = {
    ...manifest.hashTable,
    ...(manifest.index in manifest.hashTable && {
      [manifest.index]: createHash('sha1').update(page).digest('hex'),
    }),
  };
  return {
    ...manifest,
    index: moved(manifest.index),
    assetGroups: manifest.assetGroups.map((group) => ({ ...group, urls: group.urls.map(moved) })),
    hashTable: Object.fromEntries(Object.entries(hashes).map(([url, hash]) => [moved(url), hash])),
  };
}

/** The app's configuration, with the address of the gateway's socket where it names no other. */
function movedConfig(text: string, basePath: string): string {
  const config = parsed(text);
  // What can't be read is left to the app, which says what is wrong with it.
  if (typeof config !== 'object' || config === null || Array.isArray(config)) return text;
  if ('baseUrl' in config || 'url' in config) return text;
  return JSON.stringify({ baseUrl: atBasePath(basePath, ENDPOINT_PATH), ...config });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

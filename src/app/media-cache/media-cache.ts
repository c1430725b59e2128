import { computed, inject, InjectionToken, Service, signal } from '@angular/core';

import { preference } from '../preferences/preference.ts';
import { BROWSER_LOCKS, BROWSER_STORAGE } from './browser-storage.ts';
import { CacheApiMediaStore } from './cache-api-media-store.ts';
import { bytesOf, cacheLimit, toEvict } from './eviction.ts';
import type { CachedMedium, MediaStore } from './media-store.ts';

/** Where the media cache saves its media. */
export const MEDIA_STORE = new InjectionToken<MediaStore>('MEDIA_STORE', { factory: () => new CacheApiMediaStore() });

/** One tab at a time adds to the cache, so that a clip that two of them see finish is downloaded once. */
const LOCK = 'ask-kitten.shelf';

/** A download that takes longer has stopped, and others wait behind it. In milliseconds. */
const DOWNLOAD_LIMIT = 300_000;

/**
 * The media that are saved on this device, so that they play when their links have expired or there is no network.
 * Nothing here rejects: where the browser saves nothing, the cache is empty.
 */
@Service()
export class MediaCache {
  private readonly store = inject(MEDIA_STORE);
  private readonly storage = inject(BROWSER_STORAGE);
  private readonly locks = inject(BROWSER_LOCKS);
  private readonly items = signal<readonly CachedMedium[]>([]);
  private readonly addresses = computed(() => new Set(this.items().map(({ address }) => address)));
  private readonly choice = preference<'on' | 'off'>({
    key: 'ask-kitten.shelf',
    initial: 'on',
    accepts: (text) => text === 'on' || text === 'off',
  });

  /** Whether what is finished or played is saved without being asked. */
  readonly isAutomatic = computed(() => this.choice.value() === 'on');
  /** How many media are saved. */
  readonly count = computed(() => this.items().length);
  /** Their size together. */
  readonly bytes = computed(() => bytesOf(this.items()));

  constructor() {
    void this.refresh();
  }

  /** Whether the medium of an address is saved, as far as this page knows. Reactive. */
  has(address: string): boolean {
    return this.addresses().has(address);
  }

  /** The medium of an address, where it is saved. */
  find(address: string): Promise<Blob | undefined> {
    return this.store.get(address).catch(() => undefined);
  }

  /** Downloads a medium and saves it, unless it is saved already, does not load, or never fits. */
  add(address: string): Promise<void> {
    return this.addMissing(address, () => download(address));
  }

  /** Saves a medium that this device has from elsewhere, unless it is saved already, or never fits. */
  addCopy(address: string, body: Blob): Promise<void> {
    return this.addMissing(address, () => Promise.resolve(body));
  }

  /** Records that a medium is played, which puts off its eviction; adds one that is not saved yet, where wanted. */
  async recordUse(address: string): Promise<void> {
    if (!this.has(address)) return this.isAutomatic() ? this.add(address) : undefined;
    await this.store.touch(address, Date.now()).catch(() => undefined);
  }

  /** Deletes media. */
  async remove(addresses: readonly string[]): Promise<void> {
    await this.store.delete(addresses).catch(() => undefined);
    await this.refresh();
  }

  /** Deletes everything. */
  clear(): Promise<void> {
    return this.remove([...this.addresses()]);
  }

  /** Whether to save what is finished from now on. */
  setAutomatic(choice: 'on' | 'off'): void {
    this.choice.set(choice);
  }

  /** Reads again what is saved: another tab may have changed it. */
  async refresh(): Promise<void> {
    this.items.set(await this.store.list().catch(() => []));
  }

  /** How much the cache may hold, in bytes; null where the browser saves nothing. */
  async limit(): Promise<number | null> {
    if (this.storage === undefined) return null;
    return cacheLimit((await this.storage.estimate().catch(() => undefined))?.quota);
  }

  private async addMissing(address: string, load: () => Promise<Blob | undefined>): Promise<void> {
    if (!isWebAddress(address)) return;
    await this.runLocked(async () => {
      if ((await this.store.get(address)) !== undefined) return;
      const body = await load();
      if (body !== undefined) await this.insert(address, body);
    });
  }

  private async insert(address: string, body: Blob): Promise<void> {
    const limit = await this.limit();
    if (limit === null) return;
    const leaving = toEvict(await this.store.list(), body.size, limit);
    if (leaving === null) return;
    await this.store.delete(leaving);
    await this.store.save(address, body, Date.now());
    await this.refresh();
  }

  private async runLocked(work: () => Promise<void>): Promise<void> {
    if (this.storage === undefined) return;
    // Whatever goes wrong, the medium is not saved, and still plays from its link. Without locks, or where they are
    // blocked together with cookies, two tabs may download the same.
    const attempt = (): Promise<void> => work().catch(() => undefined);
    await (this.locks?.request(LOCK, attempt).catch(attempt) ?? attempt());
  }
}

function isWebAddress(address: string): boolean {
  return /^https?:/.test(address);
}

/** Loads a medium, whole; undefined where there is none, or where its server lets no other page read it. */
async function download(address: string): Promise<Blob | undefined> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(DOWNLOAD_LIMIT) });
    return response.ok ? await response.blob() : undefined;
  } catch {
    return undefined;
  }
}

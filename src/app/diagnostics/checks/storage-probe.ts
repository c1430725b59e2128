import { InjectionToken } from '@angular/core';

/** How long a database may take to open, in milliseconds: one that is blocked never does. */
const DEADLINE = 5_000;

const PROBE = 'ask-kitten.probe';

/** What can be kept on this device. */
export interface StorageAnswer {
  readonly isLocalWritable: boolean;
  readonly isDatabaseWritable: boolean;
  /** Bytes; absent where the browser does not tell. */
  readonly used?: number;
  /** Bytes. */
  readonly quota?: number;
}

/** Tries what the browser keeps. Never rejects; has a deadline. */
export type TryStorage = () => Promise<StorageAnswer>;

/** How the storage is tried. */
export const TRY_STORAGE = new InjectionToken<TryStorage>('TRY_STORAGE', { factory: () => tryStorage });

async function tryStorage(): Promise<StorageAnswer> {
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), DEADLINE));
  const isDatabaseWritable = await Promise.race([canWriteDatabase().catch(() => false), late]);
  return { isLocalWritable: canWriteLocally(), isDatabaseWritable, ...(await room()) };
}

function canWriteLocally(): boolean {
  try {
    localStorage.setItem(PROBE, '1');
    localStorage.removeItem(PROBE);
    return true;
  } catch {
    return false;
  }
}

/** Writes and deletes: some browsers open a database that they then will not fill. */
async function canWriteDatabase(): Promise<boolean> {
  const opening = indexedDB.open(PROBE);
  opening.onupgradeneeded = () => opening.result.createObjectStore('probe');
  const database = await outcome(opening);
  try {
    await outcome(database.transaction('probe', 'readwrite').objectStore('probe').put(1, 'probe'));
    return true;
  } finally {
    database.close();
    await outcome(indexedDB.deleteDatabase(PROBE));
  }
}

function outcome<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('the database refuses', { cause: request.error }));
  });
}

async function room(): Promise<Pick<StorageAnswer, 'used' | 'quota'>> {
  try {
    const { usage, quota } = await navigator.storage.estimate();
    return usage === undefined || quota === undefined ? {} : { used: usage, quota };
  } catch {
    // Pages that are not secure are told nothing.
    return {};
  }
}

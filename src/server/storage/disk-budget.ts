import { statfs } from 'node:fs/promises';
import type { StorageBudget, StorageFull, StorageUsage } from '../ports/index.ts';
import type { OpenJobs } from '../schedule/open-job-limits.ts';

/** How much may be stored. */
export interface DiskLimits {
  /** Bytes of media and of the database. */
  readonly totalBytes: number;
  /** Bytes of media that came from one address. */
  readonly addressBytes: number;
  /** Bytes of the disk that stay free, for whatever else is on it. */
  readonly freeBytes: number;
  /** Messages of everybody. */
  readonly messages: number;
}

const GB = 1e9;

/** A household on a small machine: some ten thousand short clips. */
export const DISK_LIMITS: DiskLimits = {
  totalBytes: 20 * GB,
  addressBytes: 5 * GB,
  freeBytes: 0.5 * GB,
  messages: 1_000_000,
};

/** What a budget looks at. */
export interface StoredAmounts {
  /** Bytes of media and of the database. */
  readonly totalBytes: () => number | Promise<number>;
  readonly addressBytes: (address: string) => number | Promise<number>;
  readonly messages: () => number | Promise<number>;
  /** Jobs that have been taken and whose clips are still to come. */
  readonly openJobs: (address: string) => PromisedJobs | Promise<PromisedJobs>;
}

type PromisedJobs = Pick<OpenJobs, 'ofAddress' | 'total'>;

/** What the clip and the poster of a job take that is open: a budget that did not count them would be overrun by a full queue. */
const PROMISED_BYTES = 2e6;

/** Says whether there is room for more, before it is taken in. */
export class DiskBudget implements StorageBudget {
  readonly #folder: string;
  readonly #limits: DiskLimits;
  readonly #stored: StoredAmounts;

  constructor(folder: string, limits: DiskLimits, stored: StoredAmounts) {
    this.#folder = folder;
    this.#limits = limits;
    this.#stored = stored;
  }

  async findFull(address: string, bytes: number): Promise<StorageFull | undefined> {
    const { totalBytes, addressBytes, freeBytes, messages } = this.#limits;
    const open = await this.#stored.openJobs(address);
    const ofAddress = bytes + open.ofAddress * PROMISED_BYTES;
    const ofAll = bytes + open.total * PROMISED_BYTES;
    if ((await this.#stored.addressBytes(address)) + ofAddress > addressBytes) return 'address';
    if ((await this.#stored.totalBytes()) + ofAll > totalBytes || (await this.#stored.messages()) >= messages)
      return 'server';
    return (await this.#freeBytes()) - ofAll < freeBytes ? 'disk' : undefined;
  }

  /** Rejects with the system's error. */
  async usage(): Promise<StorageUsage> {
    return { storedBytes: await this.#stored.totalBytes(), freeBytes: await this.#freeBytes() };
  }

  async #freeBytes(): Promise<number> {
    const { bavail, bsize } = await statfs(this.#folder);
    return bavail * bsize;
  }
}

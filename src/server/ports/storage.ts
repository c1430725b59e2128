import type { Bus } from './bus.ts';
import type { EventLog } from './event-log.ts';
import type { JobQueue } from './job-queue.ts';
import type { JoinCodes } from './join-codes.ts';
import type { SharedRates } from './shared-rates.ts';
import type { MediaStore } from './media-store.ts';

/** The keys of the user codes that are no longer valid. */
export interface Revocations {
  /** Whether a code has been revoked. Synchronous: it is asked while a socket opens. */
  isRevoked(code: string): boolean;
  /** Calls a listener with every code that is revoked from now on, within a few seconds; returns what ends that. */
  watch(listener: (code: string) => void): () => void;
}

/** What an operator has forbidden for now. Synchronous: it is asked while a socket opens. */
export interface Restrictions {
  /** Whether no prompt is taken. */
  readonly isPaused: boolean;
  /** Whether nothing is taken from what counts as an address. */
  isBlocked(address: string): boolean;
  /** Calls a listener with every address that is blocked from now on; returns what ends that. */
  watchBlocks(listener: (address: string) => void): () => void;
}

/** What is wrong with each part, in a few words for an operator; undefined where nothing is. */
export interface StorageCheck {
  readonly disk: string | undefined;
  readonly database: string | undefined;
}

/** Where there is no room for more: in what an address may store, in what the server may, or on its disk. */
export type StorageFull = 'address' | 'server' | 'disk';

/** When there may be room again at the earliest, in milliseconds: what is old goes every hour, and others free a disk. */
export const ROOM_AFTER_MS: Readonly<Record<StorageFull, number>> = {
  address: 3_600_000,
  server: 3_600_000,
  disk: 60_000,
};

/** How much may be stored. */
export interface StorageBudget {
  /** Resolves with the limit that an address would exceed by this many more bytes; with undefined where there is room. */
  findFull(address: string, bytes: number): Promise<StorageFull | undefined>;
}

/** How much is stored, and how much more could be. */
export interface StorageUsage {
  /** Bytes of media and of the database. */
  readonly storedBytes: number;
  /** Bytes of their disk that are free. */
  readonly freeBytes: number;
}

/** Everything that a gateway stores. The log and the queue belong together: the queue appends to the log. */
export interface Storage {
  readonly log: EventLog;
  readonly queue: JobQueue;
  readonly media: MediaStore;
  /** Reaches the other processes that share it; absent where there are none. */
  readonly bus?: Bus;
  readonly revocations: Revocations;
  readonly restrictions: Restrictions;
  readonly joinCodes: JoinCodes;
  /** Absent where there is one process. */
  readonly sharedRates?: SharedRates;
  /** The keys of the user codes that a medium is for. */
  ownersOf(name: string): Promise<readonly string[]>;
  /** Tries whether something can be stored now. Never rejects. */
  check(): Promise<StorageCheck>;
  readonly budget: StorageBudget;
  /** Rejects with the system's error where the disk can't be asked. */
  usage(): Promise<StorageUsage>;
  /** Closes the queue, which waits for its handlers, then the rest. */
  close(): Promise<void>;
}

import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** How long a gateway that is being replaced may take to let go, in milliseconds. */
const PATIENCE_MS = 2_000;
const SQLITE_BUSY = 5;

/** A folder is another gateway's. */
export class FolderTakenError extends Error {
  override readonly name = 'FolderTakenError';
}

/**
 * Makes a folder this process's own until the lock is closed: two gateways would run the same jobs twice.
 * SQLite's lock is the system's, so a killed process leaves none behind.
 * Throws a {@link FolderTakenError} where another process has it.
 */
export function lockFolder(folder: string): Pick<DatabaseSync, 'close'> {
  const lock = new DatabaseSync(join(folder, 'gateway.lock'), { timeout: PATIENCE_MS });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    const isTaken = error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
    throw isTaken ? new FolderTakenError('another gateway uses the folder') : error;
  }
}

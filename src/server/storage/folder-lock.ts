import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** How long a gateway that is being replaced may take to let go, in milliseconds. */
const PATIENCE_MS = 2_000;
const SQLITE_BUSY = 5;
const SQLITE_NOTADB = 26;

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
  const path = join(folder, 'gateway.lock');
  try {
    return lockFile(path);
  } catch (error) {
    if (errorCode(error) === SQLITE_BUSY) throw new FolderTakenError('another gateway uses the folder');
    if (errorCode(error) !== SQLITE_NOTADB) throw error;
    // A lock file that is no database can be locked by nobody, and it holds nothing that could be lost.
    rmSync(path);
    return lockFile(path);
  }
}

function lockFile(path: string): DatabaseSync {
  const lock = new DatabaseSync(path);
  try {
    lock.exec(`PRAGMA busy_timeout = ${PATIENCE_MS}`);
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    throw error;
  }
}

function errorCode(error: unknown): unknown {
  return error instanceof Error && 'errcode' in error ? error.errcode : undefined;
}

import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How long a key is. */
export const ACCESS_KEY_BYTES = 32;

/** Where the key of a data folder is. */
export function accessKeyPath(folder: string): string {
  return join(folder, 'access.key');
}

/**
 * Reads the key that passes and links are signed with, making it where it is missing, for this user only. Whoever removes
 * the file ends every pass and link with the next start. Throws the system's error.
 */
export function openAccessKey(folder: string): Uint8Array {
  const path = accessKeyPath(folder);
  if (!existsSync(path)) makeKey(path);
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64url');
  if (key.length < ACCESS_KEY_BYTES) throw new Error(`${path} holds no key: remove it, and another one is made.`);
  return key;
}

/** Under its name only when it is whole: a crash between would leave a file without a key. */
function makeKey(path: string): void {
  // No number of a process: in a container each has the same one, and a draft that a crash has left would stay in the way.
  const draft = `${path}.${randomUUID()}`;
  try {
    writeFileSync(draft, `${randomBytes(ACCESS_KEY_BYTES).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
    linkSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

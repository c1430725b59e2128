import { randomUUID } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const NAME = /^ask-kitten-[0-9a-f-]{36}\.part$/;
/** What is under way changes all the time. */
const ABANDONED_MS = 60 * 60_000;

/** A new name in a folder, of a file that goes with its download. */
export function newTemporaryFile(folder: string): string {
  return join(folder, `ask-kitten-${randomUUID()}.part`);
}

/** Removes what processes that were killed have left in a folder. Never rejects: it is tried again next time. */
export async function removeAbandonedFiles(folder: string, now = Date.now()): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => NAME.test(name)).map((name) => join(folder, name));
  await Promise.all(
    files.map(async (file) => {
      const changedAt = (await stat(file).catch(() => undefined))?.mtimeMs ?? now;
      if (now - changedAt > ABANDONED_MS) await rm(file, { force: true }).catch(() => undefined);
    }),
  );
}

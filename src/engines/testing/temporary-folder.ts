import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders: string[] = [];

/** Makes an empty folder of a spec's own. Who asks for it removes it, with {@link removeTemporaryFolders}. */
export async function makeTemporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ask-kitten-'));
  folders.push(folder);
  return folder;
}

/** Removes every folder that {@link makeTemporaryFolder} has made. */
export async function removeTemporaryFolders(): Promise<void> {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
}

/** A folder for each spec of the `describe` that calls it, removed afterwards. */
export function useTemporaryFolder(): () => string {
  let folder = '';
  beforeEach(async () => (folder = await makeTemporaryFolder()));
  afterEach(removeTemporaryFolders);
  return () => folder;
}

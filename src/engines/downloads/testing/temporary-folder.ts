import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for each spec of the `describe` that calls it, removed afterwards. */
export function useTemporaryFolder(): () => string {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ask-kitten-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  return () => folder;
}

import { readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeTemporaryFolder, removeTemporaryFolders } from '../../engines/testing/temporary-folder.ts';
import { DataFolder } from './data-folder.ts';

describe('the database of before an upgrade', () => {
  const DAY_SECONDS = 24 * 60 * 60;

  afterEach(removeTemporaryFolders);

  it('goes at a start a week after it was made, and nothing else does', async () => {
    const folder = await makeTemporaryFolder();
    const now = Date.now() / 1_000;
    const ages = {
      'kitten.sqlite.v1': 8,
      'kitten.sqlite.v2': 6,
      'kitten.sqlite.vault': 8,
      'kitten.sqlite.v3.partial-0a-b': 8,
      'my.kitten.sqlite.v1': 8,
    };
    for (const [name, days] of Object.entries(ages)) {
      await writeFile(join(folder, name), 'codes');
      await utimes(join(folder, name), now, now - days * DAY_SECONDS);
    }
    await (await DataFolder.open(folder)).close();
    const left = (await readdir(folder)).filter((name) => name in ages);
    expect(left.sort()).toEqual(['kitten.sqlite.v2', 'kitten.sqlite.vault', 'my.kitten.sqlite.v1']);
  });
});

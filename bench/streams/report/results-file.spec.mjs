import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeResults } from './results-file.mjs';

describe('writeResults', () => {
  let folder;
  let file;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ask-kitten-results-'));
    file = join(folder, 'RESULTS.md');
  });

  afterEach(() => rm(folder, { recursive: true }));

  async function sections() {
    const [, ...parts] = (await readFile(file, 'utf8')).split(/^## /m);
    return parts.map((part) => part.trim());
  }

  it('says of each section where and when it was measured', async () => {
    await writeResults([{ heading: 'Sizes', body: 'small' }], 'on Monday', file);
    expect(await sections()).toEqual(['Sizes\n\non Monday\n\nsmall']);
  });

  it('puts the goals before everything', async () => {
    const later = [{ heading: 'Goals', body: 'reached' }];
    await writeResults([{ heading: 'Sizes', body: 'small' }], 'on Monday', file);
    await writeResults(later, 'on Friday', file);
    expect((await sections()).map((section) => section.split('\n')[0])).toEqual(['Goals', 'Sizes']);
  });

  it('replaces what was measured again, in its place, and leaves the rest', async () => {
    const first = [
      { heading: 'Clients', body: 'slow\n\n### Ours\n\nslowest' },
      { heading: 'Sizes', body: 'small' },
    ];
    await writeResults(first, 'on Monday', file);
    await writeResults([{ heading: 'Clients', body: 'quick' }], 'on Friday', file);
    expect(await sections()).toEqual(['Clients\n\non Friday\n\nquick', 'Sizes\n\non Monday\n\nsmall']);
  });
});

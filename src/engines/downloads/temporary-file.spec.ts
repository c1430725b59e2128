import { readdir, utimes, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { newTemporaryFile, removeAbandonedFiles } from './temporary-file.ts';
import { useTemporaryFolder } from '../testing/temporary-folder.ts';

describe('removeAbandonedFiles()', () => {
  const folder = useTemporaryFolder();
  const now = Date.UTC(2026, 10, 28, 12);

  async function write(file: string, minutesAgo: number): Promise<string> {
    const time = new Date(now - minutesAgo * 60_000);
    await writeFile(file, 'part');
    await utimes(file, time, time);
    return basename(file);
  }

  it('removes what nobody has written to for an hour, and nothing else', async () => {
    await write(newTemporaryFile(folder()), 61);
    const left = [
      await write(newTemporaryFile(folder()), 59),
      await write(join(folder(), 'ask-kitten.part'), 600),
      await write(join(folder(), 'another.mp4'), 600),
    ];
    await removeAbandonedFiles(folder(), now);
    expect((await readdir(folder())).sort()).toEqual(left.sort());
  });

  it('leaves a folder alone that is not there', async () => {
    await expectAsync(removeAbandonedFiles(join(folder(), 'nowhere'))).toBeResolved();
  });
});

import { copyFile, rm, writeFile } from 'node:fs/promises';
import { useTemporaryFolder } from '../../engines/testing/temporary-folder.ts';
import { DataFolder, databasePath } from './data-folder.ts';
import { positionPath } from './told-position.ts';

describe('the epoch of a data folder', () => {
  const folder = useTemporaryFolder();

  /** Has the folder opened, so many messages appended, and closed; resolves with its epoch. */
  async function run(messages: number): Promise<string> {
    const data = await DataFolder.open(folder());
    for (let count = 0; count < messages; count++)
      await data.log.append(`cat ${count % 2}`, { type: 'text', content: '喵' });
    await data.close();
    return data.log.epoch;
  }

  const copy = (): string => `${databasePath(folder())}.copy`;

  it('stays from start to start', async () => {
    const epoch = await run(2);
    expect([await run(0), await run(3), await run(0)]).toEqual([epoch, epoch, epoch]);
  });

  it('is another one once an older copy of the database was put in its place, and stays then', async () => {
    const epoch = await run(2);
    await copyFile(databasePath(folder()), copy());
    await run(1);
    await copyFile(copy(), databasePath(folder()));
    const next = await run(5);
    expect(next).not.toBe(epoch);
    expect(await run(0)).toBe(next);
    // The copy is of another epoch by now, and has been told of further than it knows.
    await copyFile(copy(), databasePath(folder()));
    expect([epoch, next]).not.toContain(await run(0));
  });

  it('stays where the copy has all that was told, and where nothing is known of that', async () => {
    const epoch = await run(2);
    await copyFile(databasePath(folder()), copy());
    await copyFile(copy(), databasePath(folder()));
    expect(await run(1)).toBe(epoch);
    await rm(positionPath(folder()));
    expect(await run(0)).toBe(epoch);
  });

  it('is another one where it can’t be read how far the log was', async () => {
    const epoch = await run(2);
    await writeFile(positionPath(folder()), '');
    expect(await run(0)).not.toBe(epoch);
  });
});

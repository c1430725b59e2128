import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeTemporaryFolder, removeTemporaryFolders } from '../../engines/testing/temporary-folder.ts';
import { readSettings } from './settings.ts';

describe('the settings of access', () => {
  afterEach(removeTemporaryFolders);

  function accessOf(environment: Record<string, string>): unknown {
    const read = readSettings(environment);
    return read.ok ? read.value.access : read.fault;
  }

  it('take the password from a variable, or from the first line of a file', async () => {
    const path = join(await makeTemporaryFolder(), 'password');
    await writeFile(path, '橘猫在窗台上睡觉\nrest\n');
    const day = 24 * 60 * 60 * 1_000;
    expect(accessOf({ ACCESS: 'password', ACCESS_PASSWORD: 'a cat on a sill' })).toEqual({
      password: 'a cat on a sill',
      passLastsMs: 30 * day,
    });
    expect(accessOf({ ACCESS: 'password', ACCESS_PASSWORD_FILE: path, ACCESS_DAYS: '1' })).toEqual({
      password: '橘猫在窗台上睡觉',
      passLastsMs: day,
    });
  });

  it('say what is wrong, without the password', () => {
    expect(accessOf({ ACCESS: 'password' })).toMatch(/ACCESS_PASSWORD/);
    expect(accessOf({ ACCESS: 'password', ACCESS_PASSWORD_FILE: '/nowhere' })).toMatch(/\/nowhere/);
    expect(accessOf({ ACCESS: 'password', ACCESS_PASSWORD: 'a cat on a sill', ACCESS_PASSWORD_FILE: 'x' })).toMatch(
      /not both/,
    );
    const short = accessOf({ ACCESS: 'password', ACCESS_PASSWORD: 'meow' });
    expect(short).toMatch(/8 characters/);
    expect(short).not.toContain('meow');
    expect(accessOf({ ACCESS_PASSWORD: 'a cat on a sill' })).toMatch(/ACCESS=password/);
    expect(accessOf({ ACCESS: 'everybody' })).toMatch(/open, password/);
  });
});

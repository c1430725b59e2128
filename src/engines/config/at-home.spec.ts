import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { useTemporaryFolder } from '../testing/temporary-folder.ts';
import { readConfigFile } from './config-file.ts';
import { readVariableKey } from './read-key.ts';

describe('a path that begins at the home folder', () => {
  const folder = useTemporaryFolder();
  const home = process.env['HOME'];

  beforeEach(() => {
    process.env['HOME'] = folder();
  });

  afterEach(() => {
    process.env['HOME'] = home;
  });

  it('is found, of a configuration file and of a key', async () => {
    await writeFile(join(folder(), 'kitten.json'), JSON.stringify({ engines: [{ kind: 'instant' }] }));
    await writeFile(join(folder(), 'key.txt'), 'sk-1\n');
    const read = readConfigFile({ CONFIG_FILE: '~/kitten.json' });
    expect(read.ok && read.value?.folder).toBe(folder());
    const key = readVariableKey({ ENGINE_KEY_FILE: '~/key.txt' }, 'ENGINE_KEY');
    expect(key).toEqual({ ok: true, value: 'sk-1' });
  });
});

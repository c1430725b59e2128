import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { useTemporaryFolder } from '../../engines/testing/temporary-folder.ts';
import { readConfiguration } from './configuration.ts';
import { summaryOf } from './summary.ts';

describe('readConfiguration', () => {
  const folder = useTemporaryFolder();

  async function read(content: object, variables: Readonly<Record<string, string>> = {}) {
    const file = join(folder(), 'ask-kitten.json');
    await writeFile(file, JSON.stringify(content));
    return readConfiguration({ CONFIG_FILE: file, ...variables });
  }

  it('takes settings from the file, and variables before them', async () => {
    const settings = { PORT: 8080, ALLOWED_HOSTS: ['a.example', 'b.example'], LOG_LEVEL: 'info' };
    const result = await read({ settings, engines: [{ kind: 'instant' }] }, { LOG_LEVEL: 'debug' });
    expect(result.ok && result.value.settings).toEqual(
      jasmine.objectContaining({ port: 8080, allowedHosts: ['a.example', 'b.example'], logLevel: 'debug' }),
    );
    expect(result.ok && result.value.engines.map(({ id }) => id)).toEqual(['instant']);
  });

  it('has variables say which engine there is where the file does not', async () => {
    const result = await read({ settings: { PORT: 1 } }, { ENGINE: 'instant' });
    expect(result.ok && result.value.engines.map(({ id }) => id)).toEqual(['instant']);
  });

  it('tells every fault at once', async () => {
    const settings = { POTR: 1, RETENTION_DAYS: 0 };
    const result = await read({ settings }, { PORT: 'many', ENGINE: 'none', TEXT_URL: 'x', ALLOWED_HOSTS: 'a b, c/d' });
    const lines = result.ok ? [] : result.fault.split('\n');
    expect(lines.map((line) => line.replace(/^.*json: /, ''))).toEqual([
      'settings: there is no setting "POTR": see --help.',
      'PORT is "many", and has to be a number from 0 to 65535.',
      'ALLOWED_HOSTS is "a b", and has to be a name like kitten.example without a port, or *.',
      'ALLOWED_HOSTS is "c/d", and has to be a name like kitten.example without a port, or *.',
      'RETENTION_DAYS is "0", and has to be a whole number from 1.',
      jasmine.stringMatching(/^ENGINE is "none"/),
      jasmine.stringMatching(/^TEXT_URL is set without/),
    ]);
  });

  it('takes the key of the language model as that of an engine: none that can’t be sent, which the error would show', async () => {
    const file = join(folder(), 'key.txt');
    await writeFile(file, 'sk-secret\nsk-secret-before\n');
    const model = { TEXT_MODEL: 'qwen3', TEXT_URL: 'http://127.0.0.1:11434/v1' };
    const faults: readonly (readonly [Readonly<Record<string, string>>, RegExp])[] = [
      [{ TEXT_KEY: 'sk-secret\nmore' }, /^TEXT_KEY has characters that no key has/],
      [{ TEXT_KEY_FILE: file }, /^TEXT_KEY_FILE names \S+, which has characters that no key has/],
      [{ TEXT_KEY_FILE: join(folder(), 'nowhere') }, /^TEXT_KEY_FILE names \S+nowhere, which can’t be read/],
      [{ TEXT_KEY: 'sk-secret', TEXT_KEY_FILE: file }, /^TEXT_KEY and TEXT_KEY_FILE are both set/],
    ];
    for (const [variables, line] of faults) {
      const result = await read({ engines: [{ kind: 'instant' }] }, { ...model, ...variables });
      expect(result.ok ? '' : result.fault).toMatch(line);
      expect(result.ok ? '' : result.fault).not.toContain('secret');
    }
    const result = await read({ engines: [{ kind: 'instant' }] }, { ...model, TEXT_KEY: ' sk-secret\n' });
    expect(result.ok && result.value.bot?.key).toBe('sk-secret');
  });

  it('is summed up without a key', async () => {
    const result = await read(
      { settings: { HOST: '0.0.0.0' } },
      { ENGINE_KIND: 'openai-videos', ENGINE_URL: 'http://gpu:1/v1', ENGINE_KEY: 'sk-secret', TEXT_KEY: '' },
    );
    const summary = result.ok ? summaryOf(result.value) : '';
    expect(summary).toMatch(
      /^data in \S+data · drawn by openai-videos \(http:\/\/gpu:1\/v1\) · settings from \S+ · HOST=0\.0\.0\.0$/,
    );
    expect(summary).not.toContain('secret');
  });
});

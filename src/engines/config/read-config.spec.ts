import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { useTemporaryFolder } from '../testing/temporary-folder.ts';
import { readEngineConfig } from './read-config.ts';

const KEY = 'sk-very-secret-4711';

describe('readEngineConfig', () => {
  const folder = useTemporaryFolder();

  async function read(content: unknown, environment: Readonly<Record<string, string>> = {}) {
    const file = join(folder(), 'ask-kitten.json');
    await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
    const result = readEngineConfig({ CONFIG_FILE: file, ...environment });
    return result.ok ? result : { ok: false as const, fault: result.fault.replaceAll(`${file}: `, '') };
  }

  it('is the built-in engine where nothing is configured', () => {
    const result = readEngineConfig({});
    expect(result.ok && result.value.map(({ id }) => id)).toEqual(['storyboard']);
  });

  it('keeps the values of ENGINE', () => {
    const result = readEngineConfig({ ENGINE: 'instant' });
    expect(result.ok && result.value.map(({ config }) => config.kind)).toEqual(['instant']);
    expect(readEngineConfig({ ENGINE: 'constructor' })).toEqual({
      ok: false,
      fault: 'ENGINE is "constructor", and has to be one of storyboard, instant.',
    });
  });

  it('reads one engine from variables', () => {
    const result = readEngineConfig({
      ENGINE_KIND: 'openai-videos',
      ENGINE_MODEL: 'Wan-AI/Wan2.2-T2V-A14B',
      ENGINE_URL: 'http://gpu-1:8091/v1, http://gpu-2:8091/v1',
      ENGINE_KEY: KEY,
    });
    expect(result.ok && result.value).toEqual([
      jasmine.objectContaining({
        id: 'openai-videos',
        key: KEY,
        config: {
          kind: 'openai-videos',
          model: 'Wan-AI/Wan2.2-T2V-A14B',
          url: ['http://gpu-1:8091/v1', 'http://gpu-2:8091/v1'],
          keyEnv: 'ENGINE_KEY',
        },
      }),
    ]);
  });

  describe('with the key of one engine in a file', () => {
    const variables = { ENGINE_KIND: 'openai-videos', ENGINE_URL: 'http://gpu-1:8091/v1' };
    const faultOf = (environment: Readonly<Record<string, string>>): string => {
      const result = readEngineConfig({ ...variables, ...environment });
      return result.ok ? 'fine' : result.fault;
    };

    it('reads it, without the line end', async () => {
      const file = join(folder(), 'key.txt');
      await writeFile(file, `${KEY}\n`);
      const result = readEngineConfig({ ...variables, ENGINE_KEY_FILE: file });
      expect(result.ok && result.value.map(({ key }) => key)).toEqual([KEY]);
      expect(JSON.stringify(result.ok && result.value.map(({ config }) => config))).not.toContain(KEY);
    });

    it('says in one line what is wrong, and nothing of the key', async () => {
      const file = join(folder(), 'key.txt');
      expect(faultOf({ ENGINE_KEY_FILE: file })).toBe(
        `ENGINE_KEY_FILE names ${file}, which can’t be read: there is no such file.`,
      );
      expect(faultOf({ ENGINE_KEY_FILE: folder() })).toBe(
        `ENGINE_KEY_FILE names ${folder()}, which can’t be read (EISDIR).`,
      );
      await writeFile(file, ' \n');
      expect(faultOf({ ENGINE_KEY_FILE: file })).toBe(`ENGINE_KEY_FILE names ${file}, which is empty.`);
      await writeFile(file, `${KEY}\n${KEY}\n`);
      const wrong = 'has characters that no key has: spaces, line ends, or others than ASCII.';
      expect(faultOf({ ENGINE_KEY_FILE: file })).toBe(`ENGINE_KEY_FILE names ${file}, which ${wrong}`);
      expect(faultOf({ ENGINE_KEY: `${KEY} ${KEY}` })).toBe(`ENGINE_KEY ${wrong}`);
      expect(faultOf({ ENGINE_KEY: KEY, ENGINE_KEY_FILE: file })).toBe(
        'ENGINE_KEY and ENGINE_KEY_FILE are both set: leave one of them out.',
      );
    });

    it('says where nothing asks for it', () => {
      const fault = (environment: Readonly<Record<string, string>>): unknown => readEngineConfig(environment);
      expect(fault({ ENGINE_KIND: 'storyboard', ENGINE_KEY_FILE: 'key.txt' })).toEqual({
        ok: false,
        fault: 'ENGINE_KEY_FILE means nothing to an engine of ENGINE_KIND storyboard.',
      });
      expect(fault({ ENGINE_KEY_FILE: 'key.txt' })).toEqual({
        ok: false,
        fault: 'ENGINE_KEY_FILE is set, and ENGINE_KIND is not: set both.',
      });
    });
  });

  it('reads a workflow of ComfyUI from variables', () => {
    const result = readEngineConfig({
      ENGINE_KIND: 'comfyui',
      ENGINE_URL: 'http://127.0.0.1:8188',
      ENGINE_WORKFLOW: 'no-model',
    });
    expect(result.ok && result.value.map(({ config }) => config)).toEqual([
      { kind: 'comfyui', url: 'http://127.0.0.1:8188', workflow: 'no-model' },
    ]);
  });

  it('says which variables are wrong', () => {
    const fault = (environment: Readonly<Record<string, string>>): string => {
      const result = readEngineConfig(environment);
      return result.ok ? '' : result.fault;
    };
    expect(fault({ ENGINE_KIND: 'openai-videos' })).toContain('ENGINE_URL: ');
    expect(fault({ ENGINE_KIND: 'ai-sdk', ENGINE_MODEL: 'wan' })).toBe(
      'ENGINE_MODEL: has to be PROVIDER/MODEL, as alibaba/wan2.6-t2v.',
    );
    expect(fault({ ENGINE_KIND: 'openai-videos', ENGINE_URL: 'ftp://a' })).toMatch(/^ENGINE_URL: has to be/);
    expect(fault({ ENGINE_KIND: 'openai-videos', ENGINE_URL: 'http://a,ftp://b' })).toMatch(
      /^ENGINE_URL\[1\]: has to be/,
    );
    expect(fault({ ENGINE_KIND: 'openai-videos', ENGINE_URL: ',' })).toBe('ENGINE_URL: has an empty list.');
    expect(fault({ ENGINE_KIND: 'storyboard', ENGINE_URL: 'http://a', ENGINE_KEY: 'x' })).toBe(
      'ENGINE_URL means nothing to an engine of ENGINE_KIND storyboard.\n' +
        'ENGINE_KEY means nothing to an engine of ENGINE_KIND storyboard.',
    );
    expect(fault({ ENGINE_URL: 'http://a' })).toBe('ENGINE_URL is set, and ENGINE_KIND is not: set both.');
    expect(fault({ ENGINE_KIND: 'magic' })).toMatch(/^ENGINE_KIND: has to be one of storyboard, .*openai-videos/);
    expect(fault({ ENGINE_KIND: 'instant', ENGINE: 'instant' })).toContain('ENGINE_KIND and ENGINE are set');
  });

  it('reads a file, with a key from a variable and one from a file beside it', async () => {
    await writeFile(join(folder(), 'key.txt'), `${KEY}\n`);
    const result = await read(
      {
        engines: [
          { kind: 'ai-sdk', id: 'wan', model: 'alibaba/wan2.6-t2v', keyEnv: 'DASHSCOPE_API_KEY', seconds: [5, 10] },
          { kind: 'openai-videos', id: 'gpu', url: 'http://gpu:8091/v1', keyFile: 'key.txt' },
          { kind: 'storyboard' },
        ],
      },
      { DASHSCOPE_API_KEY: 'sk-other-key' },
    );
    expect(result.ok && result.value.map(({ id, key }) => [id, key])).toEqual([
      ['wan', 'sk-other-key'],
      ['gpu', KEY],
      ['storyboard', undefined],
    ]);
  });

  it('tells everything that is wrong at once', async () => {
    const result = await read({
      engines: [
        { kind: 'ai-sdk', model: 'alibaba/wan2.6-t2v', seconds: 'long', size: '1280x720' },
        { kind: 'openai-videos', url: 'gpu', sizes: ['large'], price: { amount: 1, currency: '¥', per: 'clip' } },
        { kind: 'magic' },
      ],
    });
    const lines = result.ok ? [] : result.fault.split('\n');
    for (const start of [
      'engines[0].seconds: ',
      'engines[0]: ',
      'engines[1].url: has to be an address',
      'engines[1].sizes[0]: has to be WIDTHxHEIGHT',
      'engines[1].price.currency: has to be three letters',
      'engines[2].kind: has to be one of',
    ]) {
      expect(lines.some((line) => line.startsWith(start)))
        .withContext(`${start} in ${lines.join('\n')}`)
        .toBeTrue();
    }
  });

  it('refuses a key in the file, keys that are not there, and two engines of one id', async () => {
    const result = await read({ engines: [{ kind: 'ai-sdk', model: 'fal/x', key: KEY }] });
    expect(result.ok ? '' : result.fault).toMatch(/^engines\[0\]: .*key/);
    expect(JSON.stringify(result)).not.toContain(KEY);
    const missing = await read({
      engines: [
        { kind: 'ai-sdk', model: 'fal/x', keyEnv: 'NO_SUCH_KEY' },
        { kind: 'ai-sdk', model: 'fal/y', keyFile: 'none.txt' },
      ],
    });
    expect(missing.ok ? [] : missing.fault.split('\n').map((line) => line.replace(/^.*?json: /, ''))).toEqual([
      'engines[0].keyEnv names NO_SUCH_KEY, and that variable is not set.',
      'engines[1].keyFile none.txt can’t be read: there is no such file.',
      'two engines have the id "ai-sdk": give each an id of its own.',
    ]);
  });

  it('tells each fault in a line that says what to do', async () => {
    const lineOf = async (engine: object, environment = {}): Promise<string> => {
      const result = await read({ engines: [{ kind: 'openai-videos', url: 'http://gpu/v1', ...engine }] }, environment);
      return result.ok ? 'fine' : result.fault.replace(/^.*?engines\[0\]/, '');
    };
    expect(await lineOf({})).toBe('fine');
    expect(await lineOf({ foo: 1 })).toBe(': there is no field "foo".');
    expect(await lineOf({ apiKey: KEY })).toBe(
      ': has a key in "apiKey": keep it in a variable or a file, and name that by keyEnv or keyFile.',
    );
    expect(await lineOf({ seconds: { min: 9, max: 3 } })).toBe('.seconds.min: is above max.');
    expect(await lineOf({ price: { amount: 'x', currency: 'CNY', per: 'clip' } })).toBe(
      '.price.amount: has to be number, and is string.',
    );
    expect(await lineOf({ price: { amount: 1, currency: 'CNY', per: 'hour' } })).toBe(
      '.price.per: has to be one of "clip"|"second".',
    );
    expect(await lineOf({ fileNetworks: ['10.0.0.0'] })).toBe('.fileNetworks[0]: has to be a network, as 10.0.0.0/8.');
    expect(await lineOf({ url: ['http://gpu/v1', 'http://gpu/v1/'] })).toBe('.url: has an address twice.');
    for (const url of [`http://user:${KEY}@gpu/v1`, `http://gpu/v1?key=${KEY}`]) {
      expect(await lineOf({ url })).toBe('.url: has to end before a "?", and be without a name and a password.');
    }
    expect(await lineOf({ keyEnv: 'A_KEY', keyFile: 'key.txt' }, { A_KEY: KEY })).toBe(
      '.keyEnv and keyFile are both there: leave one of them out.',
    );
    for (const key of [`${KEY} `, `${KEY}\nanother`, `${KEY}…`]) {
      const isTrimmed = key.trim() === KEY;
      expect(await lineOf({ keyEnv: 'A_KEY' }, { A_KEY: key })).toBe(
        isTrimmed
          ? 'fine'
          : '.keyEnv names A_KEY, whose value has characters that no key has: spaces, line ends, or others than ASCII.',
      );
    }
    const outer = await read({ extra: 1 });
    expect(outer.ok ? '' : outer.fault).toBe('there is no field "extra".');
  });

  it('says in which line a file is no JSON, and nothing of what stands there', async () => {
    const faultOf = async (text: string): Promise<string> => {
      const result = await read(text);
      return result.ok ? 'fine' : result.fault.replace(/^.*json /, '');
    };
    expect(await faultOf(`{ "engines": [\n  { "kind": "instant",\n    "keyEnv": ${KEY} }\n] }`)).toBe(
      'is no JSON: see line 3.',
    );
    expect(await faultOf('{ "engines": [\n  { "kind": "instant" },\n] }\n')).toBe('is no JSON: see line 3.');
    expect(await faultOf('{ "engines": [\n  { "kind": "instant }\n] }\n')).toBe('is no JSON: see line 2.');
    expect(await faultOf('{ "engines": [\n  { "kind": "instant" }\n]')).toBe('is no JSON: see line 3.');
    expect(await faultOf(' \n')).toBe('is empty.');
    expect(await faultOf('\uFEFF{ "engines": [{ "kind": "instant" }] }')).toBe('fine');
    const folderAsFile = readEngineConfig({ CONFIG_FILE: folder() });
    expect(folderAsFile.ok ? '' : folderAsFile.fault).toContain('can’t be read (EISDIR)');
  });

  it('says that the file is missing, or no JSON', async () => {
    expect(readEngineConfig({ CONFIG_FILE: join(folder(), 'none.json') })).toEqual({
      ok: false,
      fault: jasmine.stringMatching(/none\.json can’t be read: there is no such file/),
    } as never);
    expect((await read('{')).ok).toBeFalse();
  });
});

import { readBotConfig } from './bot-config.ts';

describe('readBotConfig', () => {
  const url = 'http://127.0.0.1:11434/v1';

  it('has no bot where no language model is named', () => {
    expect(readBotConfig({ TEXT_MODEL: ' ' })).toEqual({ ok: true, value: undefined });
  });

  it('reads a model at an address, or of a provider', () => {
    expect(readBotConfig({ TEXT_MODEL: 'qwen3', TEXT_URL: url, TEXT_KEY: 'k' })).toEqual({
      ok: true,
      value: { model: 'qwen3', url, key: 'k' },
    });
    expect(readBotConfig({ TEXT_MODEL: 'deepseek/deepseek-chat' })).toEqual({
      ok: true,
      value: { model: 'deepseek/deepseek-chat', url: undefined, key: undefined },
    });
  });

  const faults: readonly (readonly [Readonly<Record<string, string>>, RegExp])[] = [
    [{ TEXT_URL: url }, /TEXT_URL is set without TEXT_MODEL/],
    [{ TEXT_MODEL: 'qwen3' }, /set TEXT_URL, or name a provider/],
    [{ TEXT_MODEL: 'qwen3', TEXT_URL: 'ollama' }, /TEXT_URL is "ollama"/],
    [{ TEXT_MODEL: 'qwen3', TEXT_URL: url, TEXT_KEY_FILE: '/nowhere' }, /\/nowhere, which can't be read/],
  ];
  for (const [environment, line] of faults) {
    it(`says what is wrong: ${Object.keys(environment).join()}`, () => {
      const read = readBotConfig({ ...environment, ...(environment['TEXT_MODEL'] && { TEXT_KEY: 'secret' }) });
      expect(read.ok ? '' : read.fault).toMatch(line);
      expect(JSON.stringify(read)).not.toContain('secret');
    });
  }
});

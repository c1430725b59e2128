import { readBotConfig } from './bot-config.ts';

describe('readBotConfig', () => {
  const url = 'http://127.0.0.1:11434/v1';
  const noKey = { ok: true, value: undefined } as const;

  it('has no bot where no language model is named', () => {
    expect(readBotConfig({ TEXT_MODEL: ' ' }, noKey)).toEqual({ ok: true, value: undefined });
  });

  it('reads a model at an address, or of a provider', () => {
    expect(readBotConfig({ TEXT_MODEL: 'qwen3', TEXT_URL: url }, { ok: true, value: 'k' })).toEqual({
      ok: true,
      value: { model: 'qwen3', url, key: 'k' },
    });
    expect(readBotConfig({ TEXT_MODEL: 'deepseek/deepseek-chat' }, noKey)).toEqual({
      ok: true,
      value: { model: 'deepseek/deepseek-chat', url: undefined, key: undefined },
    });
  });

  const faults: readonly (readonly [Readonly<Record<string, string>>, RegExp])[] = [
    [{ TEXT_URL: url }, /TEXT_URL is set without TEXT_MODEL/],
    [{ TEXT_KEY: 'sk-secret' }, /TEXT_KEY is set without TEXT_MODEL/],
    [{ TEXT_MODEL: 'qwen3' }, /set TEXT_URL, or name a provider/],
    [{ TEXT_MODEL: 'qwen3', TEXT_URL: 'ollama' }, /TEXT_URL has to be an address/],
    [{ TEXT_MODEL: 'qwen3', TEXT_URL: 'ftp://kitten:secret@127.0.0.1/' }, /TEXT_URL has to be an address/],
    [{ TEXT_MODEL: 'qwen3', TEXT_URL: 'http://kitten:secret@127.0.0.1:11434/v1' }, /without a name, a password/],
    [{ TEXT_MODEL: 'qwen3', TEXT_URL: `${url}?key=secret` }, /and a "\?"/],
  ];
  for (const [environment, line] of faults) {
    it(`says what is wrong, without a secret: ${Object.entries(environment).join(' ')}`, () => {
      const read = readBotConfig(environment, { ok: true, value: 'sk-secret' });
      expect(read.ok ? '' : read.fault).toMatch(line);
      expect(JSON.stringify(read)).not.toContain('secret');
    });
  }

  it('says what is wrong with the key', () => {
    const key = { ok: false, fault: 'TEXT_KEY has characters that no key has.' } as const;
    expect(readBotConfig({ TEXT_MODEL: 'qwen3', TEXT_URL: url }, key)).toEqual(key);
  });
});

import type { Result } from '../protocol/index.ts';

/** Which language model a bot asks. */
export interface BotConfig {
  /** As its server calls it; with the provider before it, `deepseek/deepseek-chat`, where there is no `url`. */
  readonly model: string;
  /** The base address of an OpenAI-compatible server, `http://127.0.0.1:11434/v1`; absent for a provider's own. */
  readonly url: string | undefined;
  /** Absent where none is needed, or the provider reads a variable of its own. */
  readonly key: string | undefined;
}

/**
 * Reads `TEXT_MODEL` and `TEXT_URL`; undefined where there is no `TEXT_MODEL`. The fault is a line for people, in which no
 * secret is.
 * @param key what `TEXT_KEY` or `TEXT_KEY_FILE` say
 */
export function readBotConfig(
  environment: Readonly<Record<string, string | undefined>>,
  key: Result<string | undefined, string>,
): Result<BotConfig | undefined, string> {
  const read = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const [model, url] = ['TEXT_MODEL', 'TEXT_URL'].map(read);
  if (model === undefined) {
    const stray = ['TEXT_URL', 'TEXT_KEY', 'TEXT_KEY_FILE'].find((name) => read(name) !== undefined);
    if (stray === undefined) return { ok: true, value: undefined };
    return fault(`${stray} is set without TEXT_MODEL: name the language model too.`);
  }
  if (url === undefined && !/^[a-z0-9-]+\/./.test(model)) {
    return fault(
      `TEXT_MODEL is ${JSON.stringify(model)}: set TEXT_URL, or name a provider as in deepseek/deepseek-chat.`,
    );
  }
  if (url !== undefined && !isBaseAddress(url)) {
    return fault('TEXT_URL has to be an address like http://127.0.0.1:11434/v1, without a name, a password and a "?".');
  }
  return key.ok ? { ok: true, value: { model, url, key: key.value } } : key;
}

/** Whether paths can follow it, and it has no place for a secret: it is told to whoever starts the gateway. */
function isBaseAddress(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol)) return false;
  return url.username === '' && url.password === '' && !/[?#]/.test(text);
}

function fault(line: string): Result<never, string> {
  return { ok: false, fault: line };
}

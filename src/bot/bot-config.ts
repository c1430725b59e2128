import { readFileSync } from 'node:fs';
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
 * Reads `TEXT_MODEL`, `TEXT_URL`, and `TEXT_KEY` or `TEXT_KEY_FILE`; undefined where there is no `TEXT_MODEL`. The fault
 * is a line for people, without the key.
 */
export function readBotConfig(
  environment: Readonly<Record<string, string | undefined>>,
): Result<BotConfig | undefined, string> {
  const read = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const [model, url, file] = ['TEXT_MODEL', 'TEXT_URL', 'TEXT_KEY_FILE'].map(read);
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
  if (url !== undefined && !/^https?:$/.test(URL.parse(url)?.protocol ?? '')) {
    return fault(`TEXT_URL is ${JSON.stringify(url)}, and has to be an address like http://127.0.0.1:11434/v1.`);
  }
  if (file === undefined) return { ok: true, value: { model, url, key: read('TEXT_KEY') } };
  try {
    return { ok: true, value: { model, url, key: readFileSync(file, 'utf8').trim() } };
  } catch {
    return fault(`TEXT_KEY_FILE names ${file}, which can't be read.`);
  }
}

function fault(line: string): Result<never, string> {
  return { ok: false, fault: line };
}

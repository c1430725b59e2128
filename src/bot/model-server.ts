import type { BotConfig } from './bot-config.ts';

/** Ollama calls a model `qwen3:latest` that is asked for as `qwen3`. */
const DEFAULT_TAG = ':latest';
/** More names would hide the line that they stand in. */
const MOST_NAMES = 8;

/**
 * Asks an OpenAI-compatible server for the list of its models, which costs nothing. Resolves with what keeps the configured
 * one from answering, in a line for whoever runs the gateway; undefined where nothing is known to. Never rejects.
 */
export async function troubleOfModel(config: BotConfig, signal: AbortSignal): Promise<string | undefined> {
  const { url, key, model } = config;
  // A hosted provider's own address: its package knows it, and has no list to ask for.
  if (url === undefined) return undefined;
  const trouble = await troubleAt(url, { model, key, signal });
  return trouble === undefined ? undefined : `The language model ${JSON.stringify(model)} at ${url} ${trouble}`;
}

interface Asked extends Pick<BotConfig, 'model' | 'key'> {
  readonly signal: AbortSignal;
}

async function troubleAt(url: string, { model, key, signal }: Asked): Promise<string | undefined> {
  try {
    const headers: Record<string, string> = key === undefined ? {} : { authorization: `Bearer ${key}` };
    const response = await fetch(`${url.replace(/\/+$/, '')}/models`, { headers, signal });
    if (response.status === 401 || response.status === 403) return 'refuses the key: see TEXT_KEY.';
    const names = response.ok ? namesIn(await response.json().catch(() => undefined)) : [];
    if (names.length === 0 || names.includes(model) || names.includes(model + DEFAULT_TAG)) return undefined;
    const more = names.length > MOST_NAMES ? ', …' : '';
    return `is not there: that server has ${names.slice(0, MOST_NAMES).join(', ')}${more}.`;
  } catch (error) {
    if (signal.aborted) return 'has not answered yet: until it does, prompts go to the engine as they are.';
    return `does not answer (${codeOf(error)}): until it does, prompts go to the engine as they are.`;
  }
}

/** The ids of `{ "data": [{ "id": "qwen3" }] }`; none where it is something else. */
function namesIn(list: unknown): readonly string[] {
  const { data } = Object(list) as { readonly data?: unknown };
  if (!Array.isArray(data)) return [];
  return data.flatMap((each: unknown) => {
    const { id } = Object(each) as { readonly id?: unknown };
    return typeof id === 'string' ? [id] : [];
  });
}

function codeOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (!(cause instanceof Error)) return 'no more is known';
  return (cause as NodeJS.ErrnoException).code ?? cause.message;
}

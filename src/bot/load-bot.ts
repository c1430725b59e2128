import type { LanguageModel } from 'ai';
import type { Bot } from './bot.ts';
import type { BotConfig } from './bot-config.ts';

/** Loads what a bot needs, which a gateway without one never does. Rejects with a line for people where it is not there. */
export async function loadBot(config: BotConfig): Promise<Bot> {
  const [{ ModelBot }, model] = await Promise.all([import('./model-bot.ts'), loadModel(config)]);
  return new ModelBot(model);
}

async function loadModel({ model, url, key }: BotConfig): Promise<LanguageModel> {
  const settings = key === undefined ? {} : { apiKey: key };
  if (url !== undefined) {
    const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
    return createOpenAICompatible({ name: 'text', baseURL: url, ...settings }).chatModel(model);
  }
  const [provider = '', ...rest] = model.split('/');
  return loadOfProvider(provider, rest.join('/'), settings);
}

type Provider = (modelId: string) => LanguageModel;

/** Every provider's package has one function that makes it: `createDeepSeek`. */
async function loadOfProvider(
  provider: string,
  modelId: string,
  settings: { readonly apiKey?: string },
): Promise<LanguageModel> {
  const name = `@ai-sdk/${provider}`;
  const exports = (await import(name).catch((error: unknown) => {
    throw new Error(`TEXT_MODEL needs the package ${name}, which is not installed: npm install ${name}`, {
      cause: error,
    });
  })) as Readonly<Record<string, ((settings: object) => Provider) | undefined>>;
  const creator = Object.keys(exports).find((each) => /^create[A-Z]/.test(each));
  const create = creator === undefined ? undefined : exports[creator];
  if (create === undefined) throw new Error(`${name} has no language models: choose another provider.`);
  return create(settings)(modelId);
}

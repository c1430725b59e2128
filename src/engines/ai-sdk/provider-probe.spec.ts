import { loadVideoModel } from './load-provider.ts';
import { requireAddress, requireKey } from './provider-probe.ts';

/** A model of each provider whose package comes along, and the variable that this reads itself. */
const PROVIDERS = [
  ['alibaba', 'wan2.6-t2v', 'ALIBABA_API_KEY'],
  ['fal', 'luma-dream-machine/ray-2', 'FAL_KEY'],
  ['gateway', 'alibaba/wan-v2.6-t2v', 'AI_GATEWAY_API_KEY'],
  ['google', 'veo-3.1-generate-preview', 'GOOGLE_GENERATIVE_AI_API_KEY'],
  ['replicate', 'bytedance/seedance-1-lite', 'REPLICATE_API_TOKEN'],
  ['xai', 'grok-imagine-video', 'XAI_API_KEY'],
] as const;

describe('requireKey', () => {
  const kept = { ...process.env };

  beforeEach(() => {
    for (const name of [...PROVIDERS.map(([, , own]) => own), 'FAL_API_KEY', 'VERCEL_OIDC_TOKEN']) {
      Reflect.deleteProperty(process.env, name);
    }
  });
  afterEach(() => {
    Object.assign(process.env, kept);
  });

  for (const [provider, model, variable] of PROVIDERS) {
    it(`says of ${provider} which variables can have a key, and sends nothing`, async () => {
      const sent = spyOn(globalThis, 'fetch').and.rejectWith(new Error('something was sent'));
      const load = (fetch: typeof globalThis.fetch): ReturnType<typeof loadVideoModel> =>
        loadVideoModel(provider, model, { fetch });
      await expectAsync(requireKey(load)).toBeRejectedWithError(
        `There is no key: set ENGINE_KEY (in the file keyEnv or keyFile), or ${variable}, which the package reads itself.`,
      );
      process.env[variable] = 'sk-1';
      await expectAsync(requireKey(load)).toBeResolved();
      Reflect.deleteProperty(process.env, variable);
      expect(sent).not.toHaveBeenCalled();
    });
  }

  it('leaves to whoever loads the package that it is not there', async () => {
    await expectAsync(requireKey((fetch) => loadVideoModel('nobody', 'clip-1', { fetch }))).toBeResolved();
  });
});

describe('requireAddress', () => {
  const url = 'https://proxy.example/base';
  const load =
    (provider: string, model: string) =>
    (fetch: typeof globalThis.fetch): ReturnType<typeof loadVideoModel> =>
      loadVideoModel(provider, model, { apiKey: 'sk-1', apiToken: 'sk-1', baseURL: url, videoBaseURL: url, fetch });

  for (const [provider, model] of PROVIDERS.filter(([name]) => name !== 'fal')) {
    it(`takes an address for ${provider}`, async () => {
      await expectAsync(requireAddress(load(provider, model), url)).toBeResolved();
    });
  }

  it('refuses one where the package would send prompts and the key elsewhere', async () => {
    await expectAsync(requireAddress(load('fal', 'luma-dream-machine/ray-2'), url)).toBeRejectedWithError(
      'This package asks queue.fal.run whatever its address is: leave out ENGINE_URL (in the file url).',
    );
  });
});

import { redactor } from '../../remote/redactor.ts';
import type { VideoEngine } from '../../port/video-engine.ts';
import { createOpenAiVideosEngine } from '../index.ts';

type Config = Parameters<typeof createOpenAiVideosEngine>[0];

/** An engine with short waits, at a stand-in. */
export function testEngine(
  url: string | string[],
  config: Partial<Config> = {},
  { key, fetch }: { readonly key?: string; readonly fetch?: typeof globalThis.fetch } = {},
): VideoEngine {
  return createOpenAiVideosEngine(
    { kind: 'openai-videos', url, lookForSeconds: 0.04, ...config },
    {
      info: { name: 'wan', isModel: true },
      key,
      redact: redactor(key),
      share: config.concurrency ?? Infinity,
      ...(fetch && { fetch }),
      times: { pollMs: 5, backoff: { firstMs: 5, mostMs: 20 } },
    },
  );
}

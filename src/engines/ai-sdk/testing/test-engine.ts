import type { VideoEngine } from '../../port/video-engine.ts';
import { redactor } from '../../remote/redactor.ts';
import { createAiSdkEngine } from '../index.ts';
import { type PackageExports, videoModelIn } from '../load-provider.ts';
import type { HostedService } from './hosted-service.ts';
import type { ServiceShape } from './service-shapes.ts';

/** A service, and how it is asked. */
export interface TestShape extends ServiceShape {
  /** What stands for the provider's package, where that can't be had; default: the package itself. */
  readonly standIn?: PackageExports;
}

/** The key of {@link testEngine}. */
export const KEY = 'sk-very-secret-4711';

/** An engine with short waits whose provider's package, or what stands for it, speaks to a stand-in. Files may be on this machine. */
export function testEngine(shape: TestShape, service: HostedService): Promise<VideoEngine> {
  const { standIn } = shape;
  return createAiSdkEngine(
    {
      kind: 'ai-sdk',
      model: shape.model,
      fileNetworks: ['127.0.0.0/8'],
      ...(shape.baseUrl !== undefined && { url: shape.baseUrl }),
    },
    {
      info: { name: shape.model, isModel: true },
      key: KEY,
      redact: redactor(KEY),
      share: Infinity,
      fetch: service.fetch,
      ...(standIn && {
        loadModel: (provider, modelId, settings) =>
          Promise.resolve(videoModelIn(standIn, `@ai-sdk/${provider}`, modelId, settings)),
      }),
      times: { pollMs: 2, backoff: { firstMs: 2, mostMs: 5 } },
    },
  );
}

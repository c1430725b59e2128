import { redactor } from '../remote/redactor.ts';
import { eventsOf, eventsOfKind } from '../testing/video-engine-contract.ts';
import { createAiSdkEngine } from './index.ts';

/** A real hosted service, which costs a clip: `AI_SDK_MODEL=alibaba/wan2.6-t2v AI_SDK_KEY=… npm run test:engines`. */
const { AI_SDK_KEY: key, AI_SDK_URL: url } = process.env;
const model = process.env['AI_SDK_MODEL'] || undefined;

describe('a real hosted service', () => {
  it(
    'makes a clip that browsers play',
    async () => {
      if (model === undefined)
        return pending(
          'to run it, which costs a clip: AI_SDK_MODEL=alibaba/wan2.6-t2v AI_SDK_KEY=… npm run test:engines',
        );
      const engine = await createAiSdkEngine(
        { kind: 'ai-sdk', model, ...(url && { url }) },
        { info: { name: model, isModel: true }, key, redact: redactor(key), share: 1 },
      );
      const request = { jobId: crypto.randomUUID(), prompt: 'an orange cat sleeps on a window sill, rain outside' };
      const events = await eventsOf(engine, request);
      await engine.close();
      expect(eventsOfKind(events, 'video')[0]?.video.durationMs).toBeGreaterThan(0);
    },
    30 * 60_000,
  );
});

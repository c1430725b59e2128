import type { ConfigOf } from '../config/engine-config.ts';
import { redactor } from '../remote/redactor.ts';
import { eventsOf, eventsOfKind } from '../testing/video-engine-contract.ts';
import { createOpenAiVideosEngine } from './index.ts';
import type { RequestFormat } from './request-body.ts';

/** A real server of `/v1/videos`: `OPENAI_VIDEOS_URL=http://127.0.0.1:8091/v1 npm run test:engines`. */
const { OPENAI_VIDEOS_KEY: key, OPENAI_VIDEOS_MODEL: model, OPENAI_VIDEOS_FORMAT: format } = process.env;
const url = process.env['OPENAI_VIDEOS_URL'] || undefined;

describe('a real server of /v1/videos', () => {
  it(
    'makes a clip that browsers play',
    async () => {
      if (url === undefined)
        return pending('to run it: OPENAI_VIDEOS_URL=http://127.0.0.1:8091/v1 npm run test:engines');
      const config: ConfigOf<'openai-videos'> = {
        kind: 'openai-videos',
        url,
        ...(model && { model }),
        ...(format && { format: format as RequestFormat }),
      };
      const info = { name: 'videos', isModel: true };
      const engine = createOpenAiVideosEngine(config, { info, key, redact: redactor(key), share: 1 });
      const request = { jobId: crypto.randomUUID(), prompt: 'an orange cat sleeps on a window sill, rain outside' };
      const events = await eventsOf(engine, request);
      await engine.close();
      const [clip] = eventsOfKind(events, 'video');
      expect(clip?.video.durationMs).toBeGreaterThan(0);
      expect(Math.min(clip?.video.width ?? 0, clip?.video.height ?? 0)).toBeGreaterThan(0);
    },
    30 * 60_000,
  );
});

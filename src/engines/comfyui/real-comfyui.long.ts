import { until } from '../../testing/index.ts';
import type { ConfigOf } from '../config/engine-config.ts';
import type { EngineEvent, EngineRequest, VideoEngine } from '../port/video-engine.ts';
import { redactor } from '../remote/redactor.ts';
import { eventsOf, eventsOfKind } from '../testing/video-engine-contract.ts';
import { createComfyUiEngine } from './index.ts';
import { ComfyUiApi } from './server/comfyui-api.ts';

/**
 * A real ComfyUI: `COMFYUI_URL=http://127.0.0.1:8188 npm run test:engines`. Without a model, unless `COMFYUI_WORKFLOW`
 * names a workflow; `COMFYUI_KEY` is for a proxy before it.
 */
const { COMFYUI_WORKFLOW: workflow = 'no-model', COMFYUI_KEY: key } = process.env;
const url = process.env['COMFYUI_URL'] || undefined;
const MINUTES = 20 * 60_000;
/** How long a server may take to stop what it was told to: one that goes on to the end has not stopped. */
const STOP_LIMIT_MS = 60_000;

const newRequest = (more: Partial<EngineRequest> = {}): EngineRequest => ({
  jobId: crypto.randomUUID(),
  prompt: 'an orange cat sleeps on a window sill, rain outside',
  options: { seconds: 1, size: '640x352' },
  ...more,
});

describe('a real ComfyUI', () => {
  const never = new AbortController().signal;
  let engine: VideoEngine | undefined;

  beforeEach(async () => {
    if (url === undefined) return pending('to run it: COMFYUI_URL=http://127.0.0.1:8188 npm run test:engines');
    const config: ConfigOf<'comfyui'> = { kind: 'comfyui', url, workflow };
    const info = { name: 'comfyui', isModel: true };
    engine = await createComfyUiEngine(config, { info, key, redact: redactor(key), share: 1, folder: '.' });
  });
  afterEach(() => engine?.close());

  const made = (): VideoEngine => {
    if (engine === undefined) throw new Error('no engine was made');
    return engine;
  };
  it(
    'makes a clip that browsers play, and a still',
    async () => {
      const events: EngineEvent[] = await eventsOf(made(), newRequest());
      const [clip] = eventsOfKind(events, 'video');
      expect(clip?.video.mimeType).toBe('video/mp4');
      expect([clip?.video.width, clip?.video.height]).toEqual([640, 352]);
      expect(clip?.video.durationMs).toBeGreaterThan(900);
      expect(eventsOfKind(events, 'poster')).toHaveSize(1);
      const shares = eventsOfKind(events, 'progress').map(({ progress }) => progress);
      expect(shares).toEqual([...shares].sort((one, other) => one - other));
    },
    MINUTES,
  );

  it(
    'stops a job that is cancelled',
    async () => {
      const controller = new AbortController();
      // Long enough that it can't be over before.
      const request = newRequest({ options: { seconds: 10, size: '1280x704' } });
      const reading = (async () => {
        for await (const event of made().generate(request, controller.signal)) {
          if (event.kind === 'progress' && event.stage !== 'send') controller.abort('cancelled');
        }
      })();
      await expectAsync(reading).toBeRejectedWith('cancelled');
      const api = new ComfyUiApi({ url: url ?? '', ...(key !== undefined && { key }) });
      const isGone = async (): Promise<boolean> => {
        const { status } = await api.jobState(request.jobId, never);
        return status === 'cancelled' || status === 'unknown';
      };
      await until(isGone, { limit: STOP_LIMIT_MS });
      expect(await isGone()).toBe(true);
    },
    MINUTES,
  );
});

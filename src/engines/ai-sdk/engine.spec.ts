import { until } from '../../testing/index.ts';
import { EngineFault } from '../port/engine-fault.ts';
import type { EngineEvent, EngineRequest, VideoEngine } from '../port/video-engine.ts';
import { LazyEngine } from '../testing/lazy-engine.ts';
import { pictureOf } from '../testing/pictures.ts';
import { RecordingJournal } from '../testing/recording-journal.ts';
import { describeRemoteEngineContract } from '../testing/remote-engine-contract.ts';
import { describeVideoEngineContract, eventsOf } from '../testing/video-engine-contract.ts';
import { HostedService } from './testing/hosted-service.ts';
import { HostedStage } from './testing/hosted-stage.ts';
import { ALIBABA, FAL, GATEWAY, GOOGLE, REPLICATE, XAI } from './testing/service-shapes.ts';
import { BYTEDANCE, KLING } from './testing/task-shapes.ts';
import { KEY, testEngine, type TestShape } from './testing/test-engine.ts';

const REQUEST: EngineRequest = {
  jobId: '1b4e28ba-2fa1-4d2b-883f-b9a761bde3fb',
  prompt: '一只橘猫',
  options: { seconds: 5, size: '1280x720', seed: 7 },
};

const SHAPES: readonly TestShape[] = [ALIBABA, GOOGLE, FAL, REPLICATE, XAI, GATEWAY, KLING, BYTEDANCE];

for (const shape of SHAPES) {
  const provider = shape.model.split('/', 1).join();
  const name = `${shape.standIn ? 'what stands for the package' : 'the package'} of ${provider}`;

  describeRemoteEngineContract(name, () => HostedStage.start(shape));

  describe(name, () => {
    let service: HostedService;
    let engine: VideoEngine;
    let journal: RecordingJournal;

    beforeEach(async () => {
      service = new HostedService(shape);
      engine = await testEngine(shape, service);
      journal = new RecordingJournal();
    });

    afterEach(() => engine.close());

    function run(request = REQUEST): Promise<readonly EngineEvent[]> {
      return eventsOf(engine, request, journal);
    }

    async function faultOf(): Promise<EngineFault> {
      const error: unknown = await run().catch((reason: unknown) => reason);
      if (!(error instanceof EngineFault)) throw new Error(`no fault: ${JSON.stringify(error)}`);
      return error;
    }

    it('starts an operation, asks until it is over, and has the clip', async () => {
      const events = await run();
      expect(events.at(-1)?.kind).toBe('video');
      expect(journal.writes).toEqual(['asked', 'begun']);
      expect(service.starts).toBe(1);
      const origin = shape.origin ?? shape.baseUrl ?? '';
      expect(service.asked.filter(({ url }) => !url.startsWith(origin))).toEqual([]);
      expect(JSON.stringify(service.asked[0]?.body)).toContain('一只橘猫');
      expect([...(service.asked[0]?.headers.values() ?? [])].join()).toContain(KEY);
    });

    it('goes on in another process with what was stored', async () => {
      await run();
      const other = new HostedService(shape);
      engine = await testEngine(shape, other);
      expect((await run()).at(-1)?.kind).toBe('video');
      expect(other.starts).toBe(0);
    });

    it('asks again where it was refused for now, and where its questions fail', async () => {
      service.answerNext(new Response('{}', { status: 429, headers: { 'retry-after': '0' } }));
      expect((await run()).at(-1)?.kind).toBe('video');
      expect(service.starts).toBe(1);
      const flaky = new HostedService(shape);
      flaky.answerNext(new Response('busy', { status: 503 }), new Response('{}', { status: 500 }));
      engine = await testEngine(shape, flaky);
      expect((await run()).at(-1)?.kind).toBe('video');
    });

    it('does not begin again where the answer was lost: nothing lets it look', async () => {
      service.answerNext(new Response('oops', { status: 500 }));
      expect((await faultOf()).code).toBe('engine_uncertain');
      expect(service.starts).toBe(0);
    });

    it('tells why the operation failed', async () => {
      service.failWith('The prompt was blocked by our content policy.');
      const fault = await faultOf();
      expect(fault.code).toBe('content_refused');
      expect(fault.detail).toContain('content policy');
    });

    it('tells that the key was refused, and not the key', async () => {
      const body = JSON.stringify({
        message: `bad key ${KEY}`,
        error: { message: `bad key ${KEY}`, code: 401, status: 'X' },
      });
      service.answerNext(new Response(body, { status: 401, headers: { 'content-type': 'application/json' } }));
      const fault = await faultOf();
      expect(fault.code).toBe('engine_unauthorized');
      expect([fault.message, fault.stack, JSON.stringify(fault), String(fault.cause)].join()).not.toContain(KEY);
    });

    let isSlow: boolean;
    beforeEach(() => (isSlow = false));

    const makeLazy = (): VideoEngine =>
      new LazyEngine({ name: shape.model, isModel: true }, () => {
        const own = new HostedService(shape);
        if (isSlow) own.stall();
        return testEngine(shape, own);
      });
    describeVideoEngineContract(provider, makeLazy, {
      references: 'none',
      slow: () => {
        isSlow = true;
        return {};
      },
    });
  });
}

describe('the packages of providers', () => {
  it('get one reference image as the first frame', async () => {
    const service = new HostedService(GOOGLE);
    const engine = await testEngine(GOOGLE, service);
    const attachments = [{ bytes: pictureOf('#306090'), mimeType: 'image/png' }];
    const events = engine.generate({ ...REQUEST, attachments }, new AbortController().signal);
    for await (const { kind } of events) if (kind === 'video') break;
    const { instances, parameters } = service.asked[0]?.body ?? {};
    expect(instances).toEqual([
      jasmine.objectContaining({ image: jasmine.objectContaining({ mimeType: 'image/png' }) }),
    ]);
    expect(parameters).toEqual(
      jasmine.objectContaining({ aspectRatio: '16:9', resolution: '720p', durationSeconds: 5, seed: 7 }),
    );
  });

  it('may ask by POST how far an operation is, which is asked again where no answer comes', async () => {
    const service = new HostedService(GATEWAY);
    const engine = await testEngine(GATEWAY, service);
    const limits: AbortController[] = [];
    spyOn(AbortSignal, 'timeout').and.callFake(() => {
      const limit = new AbortController();
      limits.push(limit);
      return limit.signal;
    });
    service.ignoreQuestion();
    const running = eventsOf(engine, REQUEST);
    await until(() => service.questions === 1);
    limits.at(-1)?.abort(new DOMException('late', 'TimeoutError'));
    expect((await running).at(-1)?.kind).toBe('video');
    expect(service.starts).toBe(1);
  });

  it('do not have the key when they are asked where they would send a prompt: what one sends by itself costs nothing', async () => {
    const keys: (string | undefined)[] = [];
    const createHasty = ({ apiKey }: { readonly apiKey?: string }): unknown => {
      const doStart = (): Promise<never> => {
        keys.push(apiKey);
        return Promise.reject(new Error('sent'));
      };
      const model = { specificationVersion: 'v4', provider: 'hasty', modelId: 'x', maxVideosPerCall: 1 };
      return { video: () => ({ ...model, doStart, doStatus: doStart }) };
    };
    const shape = { ...ALIBABA, baseUrl: 'http://127.0.0.1:9', standIn: { createHasty } };
    await (await testEngine(shape, new HostedService(shape))).close();
    expect(keys.length).toBe(1);
    expect(keys).not.toContain(KEY);
  });

  it('have to be installed, which is said with the command', async () => {
    const service = new HostedService(GOOGLE);
    await expectAsync(testEngine({ ...GOOGLE, model: 'prodia/x' }, service)).toBeRejectedWithError(
      'An engine needs the package @ai-sdk/prodia, which is not installed: npm install @ai-sdk/prodia',
    );
  });
});

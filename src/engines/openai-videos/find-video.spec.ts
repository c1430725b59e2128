import { type EngineFault } from '../port/engine-fault.ts';
import { redactor } from '../remote/redactor.ts';
import { findVideo } from './find-video.ts';
import { KnownVideos } from './known-videos.ts';
import { json, VideosServer } from './testing/videos-server.ts';
import { VideosClient } from './videos-client.ts';

const REQUEST = { jobId: '1b4e28ba-2fa1-4d2b-883f-b9a761bde3fb', prompt: '一只橘猫' };

describe('findVideo', () => {
  let server: VideosServer;
  let client: VideosClient;
  let known: KnownVideos;

  beforeEach(async () => {
    known = new KnownVideos();
    server = await VideosServer.start();
    client = new VideosClient({ baseUrl: server.url, key: undefined, redact: redactor(undefined) });
  });

  afterEach(() => server.close());

  function addWork(id: string, prompt: string, createdAt = Date.now()): void {
    server.videos.set(id, { id, prompt, fields: {}, createdAt, asked: 0 });
  }

  function find(prompt = REQUEST.prompt): Promise<string> {
    const lost = { request: { ...REQUEST, prompt }, startedAt: Date.now(), known, lookForMs: 6 };
    return findVideo(client, lost, new AbortController().signal);
  }

  async function expectUncertain(finding = find()): Promise<void> {
    const error: unknown = await finding.catch((reason: unknown) => reason);
    expect((error as EngineFault).code).toBe('engine_uncertain');
  }

  /** Has the server list a video only when it is asked so often. */
  function listAt(count: number, prompt: string): void {
    let lists = 0;
    server.options = {
      faults: {
        list: () => {
          if (++lists === count) addWork('late', prompt);
          return undefined;
        },
      },
    };
  }

  it('finds the one video of the prompt', async () => {
    addWork('mine', '一只橘猫');
    addWork('other', '一条狗');
    expect(await find()).toBe('mine');
  });

  it('takes none that is older, another’s, or of another prompt, and is not certain that there is none', async () => {
    addWork('old', '一只橘猫', Date.now() - 60_000);
    addWork('known', '一只橘猫');
    addWork('other', '一条狗');
    known.add('known');
    await expectUncertain();
    expect(server.requests).toHaveSize(7);
  });

  it('finds a video that the server lists late', async () => {
    listAt(7, '一只橘猫');
    expect(await find()).toBe('late');
  });

  it('is not certain where the server lists it later than that', async () => {
    listAt(8, '一只橘猫');
    await expectUncertain();
  });

  it('knows a prompt whose spaces, line ends and accents are written otherwise', async () => {
    addWork('mine', 'Un cafe\u0301\r\nsous la pluie');
    expect(await find(' Un café\n sous la pluie\n')).toBe('mine');
  });

  it('leaves a video alone that may be of another job of the same prompt, until that has its own', async () => {
    addWork('one', '一只橘猫');
    const answer = Promise.withResolvers<undefined>();
    const starting = known.finding('一只橘猫', async () => {
      await answer.promise;
      known.add('one');
    });
    await expectUncertain();
    answer.resolve(undefined);
    await starting;
    addWork('mine', '一只橘猫');
    expect(await find()).toBe('mine');
  });

  it('gives one video to one job, where two of the same prompt look for theirs', async () => {
    addWork('one', '一只橘猫');
    const both = await Promise.allSettled([find(), find()]);
    expect(both.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(1);
  });

  it('is not certain where two videos are alike', async () => {
    addWork('one', '一只橘猫');
    addWork('two', '一只橘猫');
    await expectUncertain();
  });

  it('goes by the clock of the server', async () => {
    const aheadMs = -3_600_000;
    const createdAt = Math.floor((Date.now() + aheadMs) / 1_000);
    const headers = { date: new Date(Date.now() + aheadMs).toUTCString() };
    const data = [{ id: 'behind', status: 'queued', prompt: '一只橘猫', created_at: createdAt }];
    server.options = { faults: { list: () => json(200, { data }, headers) } };
    expect(await find()).toBe('behind');
  });

  it('is not certain where the list is missing, of another shape, without prompts, or cut off', async () => {
    const video = { id: 'x', status: 'queued', created_at: Date.now() / 1_000 };
    const answers = [
      json(404, {}),
      json(405, {}),
      json(200, { jobs: [] }),
      json(200, { data: [video] }),
      json(200, { data: [{ ...video, prompt: '一条狗' }], has_more: true }),
    ];
    for (const answer of answers) {
      server.options = { faults: { list: () => answer } };
      await expectUncertain();
    }
  });
});

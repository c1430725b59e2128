import { type EngineFault } from '../port/engine-fault.ts';
import { redactor } from '../remote/redactor.ts';
import { findWork } from './find-work.ts';
import { json, VideosServer } from './testing/videos-server.ts';
import { VideosClient } from './videos-client.ts';

const REQUEST = { jobId: '1b4e28ba-2fa1-4d2b-883f-b9a761bde3fb', prompt: '一只橘猫' };

describe('findWork', () => {
  let server: VideosServer;
  let client: VideosClient;

  beforeEach(async () => {
    server = await VideosServer.start();
    client = new VideosClient({ baseUrl: server.url, key: undefined, redact: redactor(undefined) });
  });

  afterEach(() => server.close());

  function addWork(id: string, prompt: string, createdAt = Date.now()): void {
    server.works.set(id, { id, prompt, fields: {}, createdAt, asked: 0 });
  }

  async function find(otherIds: readonly string[] = []): Promise<string | undefined> {
    const lost = { request: REQUEST, startedAt: Date.now(), others: new Set(otherIds), lookAgainMs: 1 };
    return findWork(client, lost, new AbortController().signal);
  }

  async function expectUncertain(): Promise<void> {
    const error: unknown = await find().catch((reason: unknown) => reason);
    expect((error as EngineFault).code).toBe('engine_uncertain');
  }

  it('finds the one work of the prompt', async () => {
    addWork('mine', '一只橘猫');
    addWork('other', '一条狗');
    expect(await find()).toBe('mine');
  });

  it('is certain that there is none where all works are older, another’s, or of other prompts', async () => {
    addWork('old', '一只橘猫', Date.now() - 60_000);
    addWork('known', '一只橘猫');
    addWork('other', '一条狗');
    expect(await find(['known'])).toBeUndefined();
    expect(server.requests.length).toBe(2);
  });

  it('finds a work that the server began only after it was asked', async () => {
    let lists = 0;
    server.options = {
      faults: {
        list: () => {
          if (++lists === 2) addWork('late', '一只橘猫');
          return undefined;
        },
      },
    };
    expect(await find()).toBe('late');
  });

  it('is not certain where two works are alike', async () => {
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
    const work = { id: 'x', status: 'queued', created_at: Date.now() / 1_000 };
    const answers = [
      json(404, {}),
      json(405, {}),
      json(200, { jobs: [] }),
      json(200, { data: [work] }),
      json(200, { data: [{ ...work, prompt: '一条狗' }], has_more: true }),
    ];
    for (const answer of answers) {
      server.options = { faults: { list: () => answer } };
      await expectUncertain();
    }
  });
});

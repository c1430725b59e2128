import { until } from '../../testing/index.ts';
import { type EngineRequest, SHUTDOWN, type VideoEngine } from '../port/video-engine.ts';
import { RecordingJournal } from '../testing/recording-journal.ts';
import { testEngine } from './testing/test-engine.ts';
import { json, VideosServer } from './testing/videos-server.ts';

function request(prompt: string): EngineRequest {
  return { jobId: crypto.randomUUID(), prompt };
}

describe('openai-videos with several servers', () => {
  let servers: VideosServer[];
  let engine: VideoEngine;

  beforeEach(async () => {
    const statusOf = () => ({ status: 'in_progress', progress: 10 });
    servers = await Promise.all([VideosServer.start({ statusOf }), VideosServer.start({ statusOf })]);
    engine = testEngine(servers.map(({ url }) => url));
  });

  afterEach(async () => {
    await engine.close();
    for (const server of servers) await server.close();
  });

  async function drain(prompt: string, signal: AbortSignal, journal = new RecordingJournal()): Promise<void> {
    for await (const { kind } of engine.generate(request(prompt), signal, journal)) if (kind === 'video') return;
  }

  it('gives each job to the one with the fewest, which keeps it', async () => {
    const controller = new AbortController();
    const jobs = ['一', '二', '三', '四'].map((prompt) => drain(prompt, controller.signal).catch(() => undefined));
    await until(() => servers.every(({ starts }) => starts.length === 2));
    controller.abort(SHUTDOWN);
    await Promise.all(jobs);
    expect(servers.map(({ videos }) => videos.size)).toEqual([2, 2]);
  });

  it('has another server make the jobs of one that can’t be reached, or is full', async () => {
    const [gone, left] = servers;
    for (const server of servers) server.options = {};
    await gone?.close();
    await Promise.all(['一', '二', '三'].map((prompt) => drain(prompt, new AbortController().signal)));
    expect(left?.starts).toHaveSize(3);
    if (left !== undefined) left.options = { faults: { start: () => ({ answer: json(503, { detail: 'full' }) }) } };
    servers[0] = await VideosServer.start();
    await engine.close();
    engine = testEngine([left?.url ?? '', servers[0].url]);
    await drain('四', new AbortController().signal);
    expect(servers[0].starts).toEqual(['四']);
  });

  it('gives no server more than its share while another can’t be reached, and has the others wait', async () => {
    const [gone, left] = servers as [VideosServer, VideosServer];
    await engine.close();
    engine = testEngine([gone.url, left.url], { concurrency: 1 });
    await gone.close();
    const fetched = (): number => left.requests.filter((line) => line.endsWith('/content')).length;
    let most = 0;
    left.options = { faults: { start: () => void (most = Math.max(most, left.starts.length + 1 - fetched())) } };
    const prompts = ['一', '二', '三'];
    await Promise.all(prompts.map((prompt) => drain(prompt, new AbortController().signal)));
    expect([...left.starts].sort()).toEqual([...prompts].sort());
    expect(most).toBe(1);
  });

  it('asks the server that has the video, also from another process', async () => {
    const [first, second] = servers;
    const journal = new RecordingJournal();
    const controller = new AbortController();
    const running = drain('一', controller.signal, journal).catch(() => undefined);
    await until(() => journal.writes.includes('begun'));
    controller.abort(SHUTDOWN);
    await running;
    await engine.close();
    const holder = first?.starts.length === 1 ? first : second;
    // Written otherwise it is the same server.
    engine = testEngine([`${second?.url ?? ''}/`, `${first?.url ?? ''}/`]);
    for (const server of servers) server.options = {};
    await drain('一', new AbortController().signal, journal);
    expect(servers.flatMap(({ starts }) => starts)).toEqual(['一']);
    expect(holder?.requests.some((line) => line.endsWith('/content'))).toBeTrue();
  });

  it('does not begin again where the server of a job is no longer configured', async () => {
    const journal = new RecordingJournal({ endpoint: 'http://gone.example/v1', startedAt: 1, operation: { id: 'x' } });
    await expectAsync(drain('一', new AbortController().signal, journal)).toBeRejectedWith(
      jasmine.objectContaining({ code: 'engine_uncertain' }),
    );
    expect(servers.flatMap(({ starts }) => starts)).toEqual([]);
  });
});

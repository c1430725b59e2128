import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { json, VideosServer, type VideosServerOptions } from '../../engines/openai-videos/testing/videos-server.ts';
import { sendHalfAClip } from '../../engines/testing/half-a-clip.ts';
import { makeTemporaryFolder } from '../../engines/testing/temporary-folder.ts';
import { until } from '../../testing/index.ts';
import { EngineGateway } from '../testing/engine-gateway.ts';
import { expectRising } from '../testing/expect-rising.ts';
import { stopMainProcesses } from '../testing/main-process.ts';
import { prompt } from '../ports/testing/messages.ts';
import type { ReturningClient } from '../testing/returning-client.ts';

const KEY = 'sk-very-secret-4711';

describe('the gateway as a process with an engine elsewhere', () => {
  let server: VideosServer;
  let gateway: EngineGateway;
  let client: ReturningClient;

  beforeEach(async () => {
    server = await VideosServer.start({ key: KEY });
    const engine = { kind: 'openai-videos', id: 'wan', url: server.url, keyEnv: 'TEST_KEY', pollSeconds: 0.05 };
    gateway = await EngineGateway.create(engine, { TEST_KEY: KEY, LOG_LEVEL: 'trace' });
    client = gateway.client;
  });

  afterEach(async () => {
    await stopMainProcesses();
    await server.close();
  });

  /** `kill -9`, then a start with whatever the server does from now on. */
  async function restart(options: Omit<VideosServerOptions, 'key'> = {}): Promise<void> {
    await gateway.kill();
    use(options);
    await gateway.start();
  }

  function use(options: Omit<VideosServerOptions, 'key'>): void {
    server.options = { ...options, key: KEY };
  }

  it('begins a job after a kill before its start, once', async () => {
    use({ statusOf: () => ({ status: 'in_progress', progress: 10 }) });
    const [running, waiting] = [prompt('一'), prompt('二')];
    await gateway.start();
    client.socket.send([running, waiting]);
    await client.socket.untilAnswer(waiting.id);
    await until(() => server.starts.length === 1);
    await restart();
    await client.untilOver([running, waiting]);
    expect(server.starts).toEqual(['一', '二']);
    for (const each of [running, waiting]) expect(client.storyOf(each).at(-1)).toBe('completed');
  });

  it('finds the work of a job after a kill before its answer, and begins no other', async () => {
    use({ faults: { start: () => ({ answer: () => undefined, afterwards: true }) } });
    const message = prompt('一');
    await gateway.start();
    client.socket.send(message);
    await until(() => server.starts.length === 1);
    await restart();
    await client.untilOver([message]);
    expect(server.starts).toEqual(['一']);
    expect(client.storyOf(message).filter((event) => event === 'completed')).toHaveSize(1);
  });

  it('says that a job is uncertain after such a kill where the server has no list, and begins no other', async () => {
    use({ faults: { start: () => ({ answer: () => undefined, afterwards: true }) } });
    const message = prompt('一');
    await gateway.start();
    client.socket.send(message);
    await until(() => server.starts.length === 1);
    await restart({ faults: { list: () => json(404, { detail: 'Not Found' }) } });
    await client.untilOver([message]);
    expect(server.starts).toEqual(['一']);
    expect(client.durable.at(-1)).toEqual(
      jasmine.objectContaining({ type: 'error', code: 'engine_uncertain', retryable: true }),
    );
  });

  it('goes on with a job after a kill while it was asking how far it is', async () => {
    use({ statusOf: () => ({ status: 'in_progress', progress: 40 }) });
    const message = prompt('一');
    await gateway.start();
    client.socket.send(message);
    await client.socket.untilEvent('progress');
    await until(() => [...server.videos.values()].some(({ asked }) => asked > 2));
    await restart({ statusOf: ({ asked }) => ({ status: asked > 20 ? 'completed' : 'in_progress', progress: 10 }) });
    await client.untilOver([message]);
    expectRising(client.sharesOf(message));
    expect(server.starts).toEqual(['一']);
    expect(client.storyOf(message).at(-1)).toBe('completed');
  });

  it('fetches the clip of a job again after a kill in the middle of it', async () => {
    use({ faults: { content: () => sendHalfAClip } });
    const message = prompt('一');
    await gateway.start();
    client.socket.send(message);
    await until(() => server.requests.some((request) => request.endsWith('/content')));
    await restart();
    await client.untilOver([message]);
    expect(server.starts).toEqual(['一']);
    expect(client.storyOf(message).filter((event) => event === 'video')).toHaveSize(1);
  });

  it('shows its key nowhere, not even where the server repeats it', async () => {
    server.options = { key: 'another' };
    await gateway.start();
    await expectKeyHidden(gateway);
  });

  it('takes its key from the file that a variable names, and shows it nowhere either', async () => {
    const file = join(await makeTemporaryFolder(), 'key.txt');
    await writeFile(file, `${KEY}\n`);
    const variables = { ENGINE_KIND: 'openai-videos', ENGINE_URL: server.url, ENGINE_KEY_FILE: file };
    const byVariables = await EngineGateway.ofVariables({ ...variables, LOG_LEVEL: 'trace' });
    await byVariables.start();
    const message = prompt('一');
    byVariables.client.socket.send(message);
    await byVariables.client.untilOver([message]);
    expect(byVariables.client.storyOf(message).at(-1)).toBe('completed');
    server.options = { key: 'another' };
    await expectKeyHidden(byVariables);
  });

  /** Has a server refuse its key, and repeat it. */
  async function expectKeyHidden({ client, main }: EngineGateway): Promise<void> {
    const message = prompt('二');
    client.socket.send(message);
    await client.untilOver([message]);
    // What a process prints comes another way than what it sends, and may come later.
    await until(() => main.stderr.includes('a job failed'), { what: 'a line about the job' });
    const pages = ['api/health', 'readyz'].map(async (path) => (await fetch(`${await main.address()}/${path}`)).text());
    const shown = [JSON.stringify(client.socket.messages), main.stdout, main.stderr, ...(await Promise.all(pages))];
    expect(shown.join('\n')).toContain('engine_unauthorized');
    expect(shown.join('\n')).not.toContain(KEY);
  }
});

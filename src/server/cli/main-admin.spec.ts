import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServerMessage } from '../../protocol/index.ts';
import { until } from '../../testing/index.ts';
import { makeTemporaryFolder } from '../../engines/testing/temporary-folder.ts';
import { type MainProcess, startMainProcess, stopMainProcesses } from '../testing/main-process.ts';
import { prompt } from '../ports/testing/messages.ts';
import { TestClient } from '../testing/test-client.ts';

describe('ask-kitten admin', () => {
  let dataFolder: string;

  beforeEach(async () => {
    dataFolder = await makeTemporaryFolder();
  });

  afterEach(stopMainProcesses);

  /** What a command prints; what it complains of where it fails. */
  async function admin(...args: readonly string[]): Promise<string> {
    const main = startMainProcess({ DATA_DIR: dataFolder }, 'admin', ...args);
    const code = await main.exited;
    return code === 0 ? main.stdout : main.stderr;
  }

  async function connect(code: string, query: Readonly<Record<string, string>> = {}): Promise<TestClient> {
    const client = new TestClient({ url }, { query: { code, ...query } });
    await client.untilEvent('welcome');
    return client;
  }

  function answerTo(client: TestClient, text: string): Promise<ServerMessage> {
    const message = prompt(text);
    client.send(message);
    return client.untilAnswer(message.id);
  }

  let url: string;

  async function start(engine: string): Promise<MainProcess> {
    const main = startMainProcess({ DATA_DIR: dataFolder, ENGINE: engine });
    url = await main.address();
    return main;
  }

  it('lists the open jobs without prompts and codes, and cancels one while the gateway runs', async () => {
    await start('storyboard');
    const code = randomUUID();
    const client = await connect(code);
    const [first, second] = [prompt('一只橘猫在窗台上'), prompt('一只狗在海边')];
    client.send([first, second]);
    const { jobId = '' } = await client.until(({ replyTo }) => replyTo === second.id);
    const listed = await admin('jobs');
    expect(listed).toContain(jobId);
    expect(listed).not.toContain(code);
    expect(listed).not.toContain('狗');
    expect(await admin('cancel', jobId)).toBe('Done.\n');
    await client.until((message) => message.type === 'system' && message.event === 'cancelled');
    expect(await admin('cancel', jobId)).toMatch(/^There is no open job [^\n]*\n$/);
  });

  it('deletes all that a code has, media too, and nothing of another', async () => {
    await start('instant');
    const [code, other] = [randomUUID(), randomUUID()];
    for (const each of [code, other]) {
      const client = await connect(each);
      client.send(prompt('一只猫'));
      await client.untilEvent('completed');
    }
    const media = (): Promise<readonly string[]> => readdir(join(dataFolder, 'media'));
    const before = (await media()).length;
    expect(await admin('usage')).toMatch(/\n\d{4}-\d\d-\d\d\t2\t\d+\t2\n$/);
    expect(await admin('delete-code', code)).toBe('Done.\n');
    expect(await admin('usage')).toMatch(/\n\d{4}-\d\d-\d\d\t1\t\d+\t1\n$/);
    await until(async () => (await media()).length === before / 2, { what: 'half of the media' });
    const { epoch } = await (await connect(other)).untilEvent('welcome');
    const back = await connect(code, { epoch, after: '0' });
    await back.untilEvent('gap');
    expect(back.messages.filter(({ seq }) => seq !== undefined)).toEqual([]);
    const kept = await connect(other, { epoch, after: '0' });
    await kept.untilEvent('completed');
  });

  it('says in one line what is wrong', async () => {
    expect(await admin('jobs')).toMatch(/^There are no data at [^\n]*DATA_DIR\.\n$/);
    await start('instant');
    expect(await admin('delete-code', 'x')).toMatch(/^Which user code\?[^\n]*\n$/);
    expect(await admin('everything')).toMatch(/^Run: ask-kitten admin [^\n]*\n$/);
  });

  it('takes no prompts while it is paused, also after a restart, and says so', async () => {
    const main = await start('instant');
    expect(await admin('pause')).toBe('Done.\n');
    const paused = jasmine.objectContaining({ type: 'error', code: 'intake_paused', retryable: false });
    expect(await answerTo(await connect(randomUUID()), '一只猫')).toEqual(paused);
    await main.kill();
    await start('instant');
    const client = await connect(randomUUID());
    expect(await answerTo(client, '一只狗')).toEqual(paused);
    expect(await admin('resume')).toBe('Done.\n');
    expect((await answerTo(client, '一只鸟')).type).toBe('system');
  });

  it('lets nobody of a blocked address in, and closes what that has open', async () => {
    await start('instant');
    const code = randomUUID();
    const client = await connect(code);
    expect(await admin('block', '127.0.0.1')).toBe('Done.\n');
    expect(await client.closed).toEqual({ code: 4403, reason: 'this address is blocked' });
    expect((await new TestClient({ url }, { query: { code } }).closed).code).toBe(4403);
    expect(await admin('unblock', '127.0.0.1')).toBe('Done.\n');
    expect(await connect(code)).toBeDefined();
    expect(await admin('block', 'everybody')).toMatch(/^Which address\?/);
  });
});

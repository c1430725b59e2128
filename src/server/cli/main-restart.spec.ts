import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { BundledEngineName } from '../../engines/index.ts';
import type { PromptMessage } from '../../protocol/index.ts';
import { byScope } from '../../testing/index.ts';
import { expectRising } from '../testing/expect-rising.ts';
import { type MainProcess, startMainProcess, stopMainProcesses } from '../testing/main-process.ts';
import { prompt } from '../ports/testing/messages.ts';
import { ReturningClient } from '../testing/returning-client.ts';
import { makeTemporaryFolder } from '../../engines/testing/temporary-folder.ts';

/** Clips that are drawn take some seconds. */
const itAll = byScope({ quick: xit, all: it });

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

describe('the gateway as a process that is started again', () => {
  let folder: string;
  let main: MainProcess | undefined;

  async function start(engine: BundledEngineName = 'instant'): Promise<{ readonly url: string }> {
    main = startMainProcess({ DATA_DIR: folder, ENGINE: engine });
    return { url: await main.address() };
  }

  function promptsOf(count: number): readonly PromptMessage[] {
    return Array.from({ length: count }, (_, index) => prompt(`橘猫 ${index}`));
  }

  /** Whatever has happened: every job has one story, in order, and no number is missing or double. */
  function expectWhole(client: ReturningClient, prompts: readonly PromptMessage[]): void {
    expect(client.durable.map(({ seq }) => seq)).toEqual(client.durable.map((_, index) => index + 1));
    for (const each of prompts) {
      expect(client.storyOf(each).join(' ')).toMatch(/^accepted (started )+text image video completed$/);
    }
    expect(client.durable.length).toBe(prompts.reduce((sum, each) => sum + client.storyOf(each).length, 0));
    expect(new Set(client.welcomes.map(({ epoch }) => epoch)).size).toBe(1);
    expect(client.welcomes.every(({ recovered }) => recovered)).toBeTrue();
  }

  beforeEach(async () => {
    folder = await makeTemporaryFolder();
  });

  afterEach(stopMainProcesses);

  it('loses and doubles nothing when it is killed in the middle of jobs, again and again', async () => {
    const clients = [new ReturningClient(randomUUID()), new ReturningClient(randomUUID())];
    const sent = clients.map(() => [] as PromptMessage[]);
    for (let round = 0; round < 3; round++) {
      const gateway = await start();
      for (const [index, client] of clients.entries()) {
        await client.connect(gateway);
        sent[index]?.push(...promptsOf(12));
        // Everything again, for a client can't know what has arrived.
        client.socket.send(sent[index]);
      }
      const last = sent[round % 2]?.at(-8);
      await clients[round % 2]?.untilOver(last === undefined ? [] : [last]);
      await main?.kill();
      await Promise.all(clients.map(({ socket }) => socket.closed));
    }
    const gateway = await start();
    for (const [index, client] of clients.entries()) {
      await client.connect(gateway);
      client.socket.send(sent[index]);
      await client.untilOver(sent[index] ?? []);
      expectWhole(client, sent[index] ?? []);
    }
    const [mine, theirs] = clients.map(({ durable }) => durable.map(({ jobId }) => jobId));
    expect(mine?.filter((jobId) => theirs?.includes(jobId))).toEqual([]);
  });

  it('hands its jobs to the next start at SIGTERM', async () => {
    const client = new ReturningClient(randomUUID());
    // Clips that are drawn take a while: most jobs are open when the signal comes, however slow this process is. Few of them,
    // since the next start has to draw the rest.
    const prompts = promptsOf(6).map((each) => ({ ...each, options: { seconds: 1, size: '160x128' } }));
    await client.connect(await start('storyboard'));
    client.socket.send(prompts);
    await Promise.all(prompts.map(({ id }) => client.socket.untilAnswer(id)));
    await client.socket.untilEvent('started');
    main?.process.kill('SIGTERM');
    expect((await client.socket.closed).code).toBe(1012);
    expect(await main?.exited).toBe(0);
    client.collect();
    expect(prompts.filter((each) => client.storyOf(each).includes('completed')).length).toBeLessThan(6);
    await client.connect(await start('storyboard'));
    await client.untilOver(prompts);
    expectWhole(client, prompts);
  });

  itAll('draws what was waiting and what was half drawn after a kill, each once', async () => {
    const client = new ReturningClient(randomUUID());
    const prompts = promptsOf(2).map((each) => ({ ...each, options: { seconds: 2, size: '160x128' } }));
    await client.connect(await start('storyboard'));
    client.socket.send(prompts);
    await client.socket.until((message) => message.type === 'system' && message.event === 'progress');
    await main?.kill();
    await client.socket.closed;
    client.collect();
    expect(prompts.map((each) => client.storyOf(each).includes('completed'))).toEqual([false, false]);
    await client.connect(await start('storyboard'));
    await client.untilOver(prompts);
    expectWhole(client, prompts);
    for (const each of prompts) expectRising(client.sharesOf(each));
  });

  it('serves the media of before the restart', async () => {
    const client = new ReturningClient(randomUUID());
    const message = prompt('橘猫');
    await client.connect(await start());
    client.socket.send(message);
    await client.untilOver([message]);
    await main?.kill();
    const { url } = await start();
    const video = client.durable.find(({ type }) => type === 'video');
    const response = await fetch(url + (video?.type === 'video' ? String(video.url) : ''));
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'video/mp4']);
  });

  it('closes a code that is revoked from the command line with 4401, also after a restart', async () => {
    const code = randomUUID();
    const client = new ReturningClient(code);
    await client.connect(await start());
    const env = { ...process.env, DATA_DIR: folder };
    const { stdout } = await promisify(execFile)(process.execPath, [MAIN, 'revoke', code], { env });
    expect(stdout).toBe('The code is no longer valid.\n');
    expect((await client.socket.closed).code).toBe(4401);
    await main?.kill();
    await expectAsync(client.connect(await start())).toBeRejected();
    expect((await client.socket.closed).code).toBe(4401);
  });

  it('says on the command line what can’t be revoked', async () => {
    const run = promisify(execFile);
    const env = { ...process.env, DATA_DIR: folder };
    for (const [argument, fault] of [
      ['me', /Which user code/],
      [randomUUID(), /no data/],
    ] as const) {
      const running = run(process.execPath, [MAIN, 'revoke', argument], { env });
      await expectAsync(running).toBeRejectedWith(
        jasmine.objectContaining({ code: 1, stderr: jasmine.stringMatching(fault) }),
      );
    }
  });
});

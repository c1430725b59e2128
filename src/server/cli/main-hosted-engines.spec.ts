import { HostedServer } from '../../engines/ai-sdk/testing/hosted-server.ts';
import { sendHalfAClip } from '../../engines/testing/half-a-clip.ts';
import { byScope, until } from '../../testing/index.ts';
import { EngineGateway } from '../testing/engine-gateway.ts';
import { expectRising } from '../testing/expect-rising.ts';
import { stopMainProcesses } from '../testing/main-process.ts';
import { prompt } from '../ports/testing/messages.ts';
import type { ReturningClient } from '../testing/returning-client.ts';

/** Each takes some seconds, and what goes on after a kill is the same code for every engine: all of them run with `all`. */
const describeAll = byScope({ quick: xdescribe, all: describe });

describeAll('the gateway as a process with a hosted engine, killed', () => {
  let server: HostedServer;
  let gateway: EngineGateway;
  let client: ReturningClient;

  beforeEach(async () => {
    server = await HostedServer.start();
    server.service.clipUrl = `${server.url}/clip.mp4`;
    const model = { model: 'alibaba/wan2.6-t2v', keyEnv: 'TEST_KEY', pollSeconds: 0.05, concurrency: 1 };
    gateway = await EngineGateway.create({ kind: 'ai-sdk', url: server.url, ...model }, { TEST_KEY: 'sk-1' });
    client = gateway.client;
  });

  afterEach(async () => {
    await stopMainProcesses();
    await server.close();
  });

  it('before its start, begins a job once', async () => {
    server.service.stall();
    const [running, waiting] = [prompt('一'), prompt('二')];
    await gateway.start();
    client.socket.send([running, waiting]);
    await client.socket.untilAnswer(waiting.id);
    await until(() => server.service.asked.length > 3);
    await gateway.kill();
    server.service.finish();
    await gateway.start();
    await client.untilOver([running, waiting]);
    expect(server.service.starts).toBe(2);
    for (const each of [running, waiting]) expect(client.storyOf(each).at(-1)).toBe('completed');
  });

  it('before the answer, says that a job is uncertain, and begins no other', async () => {
    server.hangsAtStart = true;
    const message = prompt('一');
    await gateway.start();
    client.socket.send(message);
    await until(() => server.service.starts === 1);
    await gateway.kill();
    await gateway.start();
    await client.untilOver([message]);
    expect(server.service.starts).toBe(1);
    expect(client.durable.at(-1)).toEqual(jasmine.objectContaining({ type: 'error', code: 'engine_uncertain' }));
  });

  it('while it asks how far it is, goes on', async () => {
    server.service.stall();
    const message = prompt('一');
    await gateway.start();
    client.socket.send(message);
    await until(() => server.service.asked.length > 3);
    await gateway.kill();
    server.service.finish();
    await gateway.start();
    await client.untilOver([message]);
    expect(server.service.starts).toBe(1);
    expectRising(client.sharesOf(message));
    expect(client.storyOf(message).at(-1)).toBe('completed');
  });

  it('while it fetches the clip, fetches it again', async () => {
    const whole = server.onFile;
    server.onFile = sendHalfAClip;
    const message = prompt('一');
    await gateway.start();
    client.socket.send(message);
    await until(() => server.files === 1);
    server.onFile = whole;
    await gateway.kill();
    await gateway.start();
    await client.untilOver([message]);
    expect(server.service.starts).toBe(1);
    expect(client.storyOf(message).filter((event) => event === 'video')).toHaveSize(1);
  });
});

import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { until } from '../testing/index.ts';
import type { Gateway } from './gateway.ts';
import { prompt } from './ports/testing/messages.ts';
import { TestClient } from './testing/test-client.ts';
import { startTestGateway, stopTestGateways } from './testing/test-gateway.ts';
import { openTestFolder } from './testing/test-storage.ts';

describe('the metrics of a gateway', () => {
  afterEach(stopTestGateways);

  const metrics = { host: '127.0.0.1', port: 0 };

  async function read({ metricsPort }: Gateway): Promise<string> {
    const response = await fetch(`http://127.0.0.1:${metricsPort}/metrics`);
    expect(response.headers.get('content-type')).toContain('version=0.0.4');
    return response.text();
  }

  /** The value of a metric with its labels; undefined where it is not told. */
  async function valueOf(gateway: Gateway, name: string): Promise<number | undefined> {
    const line = (await read(gateway)).split('\n').find((each) => each.startsWith(`${name} `));
    return line === undefined ? undefined : Number(line.slice(name.length));
  }

  async function connect(gateway: Gateway): Promise<TestClient> {
    const client = new TestClient(gateway, { query: { code: randomUUID() } });
    await client.untilEvent('welcome');
    return client;
  }

  it('count messages, jobs and seconds by what they are', async () => {
    const gateway = await startTestGateway({ metrics });
    const client = await connect(gateway);
    client.send([prompt('一只猫'), prompt('坏了')]);
    await client.until((message) => message.type === 'error');
    await client.untilEvent('completed');
    expect(await valueOf(gateway, 'kitten_sockets')).toBe(1);
    expect(await valueOf(gateway, 'kitten_messages_received_total{type="text"}')).toBe(2);
    expect(await valueOf(gateway, 'kitten_jobs_accepted_total{engine="scripted"}')).toBe(2);
    expect(await valueOf(gateway, 'kitten_jobs_ended_total{engine="scripted",outcome="completed"}')).toBe(1);
    expect(await valueOf(gateway, 'kitten_jobs_ended_total{engine="scripted",outcome="engine_failed"}')).toBe(1);
    expect(await valueOf(gateway, 'kitten_job_seconds_count{engine="scripted"}')).toBe(2);
  });

  it('tell how many jobs run and wait', async () => {
    const gateway = await startTestGateway({ metrics });
    const client = await connect(gateway);
    client.send([prompt('等一等'), prompt('一只猫'), prompt('一只狗')]);
    await client.untilEvent('started');
    const state = (name: string) => valueOf(gateway, `kitten_jobs{engine="scripted",state="${name}"}`);
    await until(async () => (await state('waiting')) === 2, { what: 'two jobs that wait' });
    expect(await state('running')).toBe(1);
  });

  it('count what was refused by its cause', async () => {
    const gateway = await startTestGateway({ metrics });
    const client = await connect(gateway);
    client.send('{');
    await client.until((message) => message.type === 'error');
    const stranger = new TestClient(gateway, { query: { code: 'none' } });
    expect((await stranger.closed).code).toBe(4400);
    await fetch(`${gateway.url}/api/uploads`, { method: 'POST', body: 'x' });
    await fetch(`${gateway.url}/nothing`);
    expect(await valueOf(gateway, 'kitten_refusals_total{cause="bad_frame"}')).toBe(1);
    expect(await valueOf(gateway, 'kitten_refusals_total{cause="close_4400"}')).toBe(1);
    const text = await read(gateway);
    expect(text).toMatch(/kitten_refusals_total\{cause="http_4\d\d"\} 1/);
    expect(text).not.toContain('http_404');
  });

  it('tell of the disk and of the delay of the event loop, and of these also where the disk can’t be asked', async () => {
    const storage = await openTestFolder();
    const gateway = await startTestGateway({ metrics, storage });
    expect(await valueOf(gateway, 'kitten_stored_bytes')).toBeGreaterThan(0);
    expect(await valueOf(gateway, 'kitten_disk_free_bytes')).toBeGreaterThan(0);
    expect(await valueOf(gateway, 'nodejs_eventloop_lag_p99_seconds')).toBeDefined();
    spyOn(storage, 'usage').and.rejectWith(new Error('EIO'));
    expect(await valueOf(gateway, 'kitten_disk_free_bytes')).toBeNaN();
    expect(await valueOf(gateway, 'kitten_sockets')).toBe(0);
  });

  it('are at no address by default, and never at that of the gateway', async () => {
    const quiet = await startTestGateway();
    expect(quiet.metricsPort).toBeUndefined();
    const gateway = await startTestGateway({ metrics });
    expect(gateway.metricsPort).not.toBe(gateway.port);
    expect((await fetch(`${gateway.url}/metrics`)).status).toBe(404);
  });

  it('are told to no page that has its own name lead to this machine', async () => {
    const gateway = await startTestGateway({ metrics });
    const request = get({ port: gateway.metricsPort, path: '/metrics', headers: { host: 'evil.example' } });
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    response.resume();
    expect(response.statusCode).toBe(403);
  });
});

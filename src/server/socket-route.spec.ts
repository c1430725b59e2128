import { randomUUID } from 'node:crypto';
import { ENDPOINT_PATH } from '../protocol/index.ts';
import { ProcessJobQueue } from './embedded/process-job-queue.ts';
import type { Gateway, GatewayOptions } from './gateway.ts';
import { prompt } from './testing/messages.ts';
import { TestClient, type TestClientOptions } from './testing/test-client.ts';
import { startTestGateway, stopTestGateways } from './testing/test-gateway.ts';

describe('the socket', () => {
  let gateway: Gateway;
  let code: string;

  async function start(options: Partial<GatewayOptions> = {}): Promise<void> {
    gateway = await startTestGateway(options);
  }

  function connect(options: Partial<TestClientOptions> = {}): TestClient {
    return new TestClient(gateway, { query: { code }, ...options });
  }

  beforeEach(() => {
    code = randomUUID();
  });

  afterEach(stopTestGateways);

  it('tells a code that has too many jobs, and no other', async () => {
    await start({ queue: new ProcessJobQueue({ maxJobsPerCode: 2 }) });
    const client = connect();
    const bystander = connect({ query: { code: randomUUID() } });
    await Promise.all([client.untilEvent('welcome'), bystander.untilEvent('welcome')]);
    client.send([prompt('等一'), prompt('等二'), prompt('三')]);
    const error = await client.until(({ type }) => type === 'error');
    expect(error).toEqual(
      jasmine.objectContaining({ code: 'queue_full', content: jasmine.stringContaining('2') }),
    );
    bystander.send(prompt('四'));
    await bystander.untilEvent('accepted');
  });

  it('closes a socket too many of one code with 4429, and takes one once another has left', async () => {
    await start({ maxSocketsPerCode: 2 });
    const [first, second] = [connect(), connect()];
    await Promise.all([first.untilEvent('welcome'), second.untilEvent('welcome')]);
    expect((await connect().closed).code).toBe(4429);
    await connect({ query: { code: randomUUID() } }).untilEvent('welcome');
    await first.leave();
    expect((await connect().untilEvent('welcome')).type).toBe('system');
  });

  it('terminates a client that answers no ping', async () => {
    await start({ pingIntervalMs: 20 });
    expect((await connect({ pong: 'never' }).closed).code).toBe(1006);
  });

  it('takes pages of its own host, of this machine, and of the origins that it is told', async () => {
    await start({ allowedOrigins: ['https://app.example'] });
    for (const origin of [gateway.url, 'http://localhost:4200', 'https://app.example']) {
      expect((await connect({ origin }).untilEvent('welcome')).event).withContext(origin).toBe('welcome');
    }
  });

  it('compresses nothing', async () => {
    await start();
    const client = connect();
    await client.untilEvent('welcome');
    expect(client.socket.extensions).toBe('');
  });

  it('asks plain HTTP for an upgrade', async () => {
    await start();
    const response = await fetch(`${gateway.url}${ENDPOINT_PATH}?code=${code}`);
    expect(response.status).toBe(426);
  });
});

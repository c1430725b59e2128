import { ServerResponse } from 'node:http';
import { queryObjects } from 'node:v8';
import { codeKey } from '../limits/code-key.ts';
import { randomInt, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import type { Socket } from 'node:net';
import { ENDPOINT_PATH } from '../../protocol/index.ts';
import type { Gateway } from '../gateway.ts';
import { prompt } from '../ports/testing/messages.ts';
import { TestClient, type TestClientOptions } from '../testing/test-client.ts';
import { statusOfUpgrade, UPGRADE_HEADERS } from '../testing/raw-upgrade.ts';
import { startTestGateway, stopTestGateways } from '../testing/test-gateway.ts';
import { openTestFolder } from '../testing/test-storage.ts';

describe('the socket', () => {
  let gateway: Gateway;
  let code: string;

  async function start(options: Parameters<typeof startTestGateway>[0] = {}): Promise<void> {
    gateway = await startTestGateway(options);
  }

  function connect(options: Partial<TestClientOptions> = {}): TestClient {
    return new TestClient(gateway, { query: { code }, ...options });
  }

  beforeEach(() => {
    code = randomUUID();
  });

  afterEach(stopTestGateways);

  it('refuses a code that has too many jobs, and no other', async () => {
    await start({ data: { jobLimits: { perCode: 2 } } });
    const client = connect();
    const bystander = connect({ query: { code: randomUUID() } });
    await Promise.all([client.untilEvent('welcome'), bystander.untilEvent('welcome')]);
    client.send([prompt('等一'), prompt('等二'), prompt('三')]);
    const error = await client.until(({ type }) => type === 'error');
    expect(error).toEqual(jasmine.objectContaining({ code: 'queue_full', content: jasmine.stringContaining('2') }));
    bystander.send(prompt('四'));
    await bystander.untilEvent('accepted');
  });

  it('closes a socket too many of one code with 4429, and takes one once another has left', async () => {
    await start({ socketLimits: { perCode: 2, perAddress: 100 } });
    const [first, second] = [connect(), connect()];
    await Promise.all([first.untilEvent('welcome'), second.untilEvent('welcome')]);
    expect((await connect().closed).code).toBe(4429);
    await connect({ query: { code: randomUUID() } }).untilEvent('welcome');
    await first.leave();
    expect((await connect().untilEvent('welcome')).type).toBe('system');
  });

  it('closes with 4429 what connects too often, by code and by address', async () => {
    const often = { perSecond: 0.001, burst: 100 };
    await start({ connectLimits: { code: { perSecond: 0.001, burst: 2 }, address: often } });
    for (let connects = 0; connects < 2; connects++) {
      const client = connect();
      await client.untilEvent('welcome');
      await client.leave();
    }
    expect((await connect().closed).code).toBe(4429);
    await connect({ query: { code: randomUUID() } }).untilEvent('welcome');
  });

  it('counts sockets that it closes for having no code, too', async () => {
    await start({ socketLimits: { perAddress: 2 } });
    const anyone = (): TestClient => connect({ query: { code: '42' } });
    const silent = [anyone(), anyone()];
    for (const client of silent) client.socket.once('open', () => client.socket.pause());
    await Promise.all(silent.map(({ socket }) => once(socket, 'open')));
    expect((await anyone().closed).code).toBe(1006);
    for (const { socket } of silent) socket.terminate();
  });

  it('counts sockets that it refuses, and cuts what an address opens beyond them', async () => {
    await start({ socketLimits: { perCode: 1, perAddress: 4 } });
    await connect().untilEvent('welcome');
    const silent = Array.from({ length: 4 }, () => connect());
    for (const { socket } of silent) socket.once('open', () => socket.pause());
    await Promise.all(silent.map(({ socket }) => once(socket, 'open')));
    expect((await connect().closed).code).toBe(1006);
    for (const { socket } of silent) socket.resume();
    expect((await Promise.all(silent.map(({ closed }) => closed))).map(({ code }) => code)).toEqual(
      Array.from({ length: 4 }, () => 4429),
    );
    expect((await connect().closed).code).toBe(4429);
  });

  it('closes with 1008 what sends a message in more than 64 parts, and takes one in fewer', async () => {
    await start();
    const client = connect();
    await client.untilEvent('welcome');
    const ping = JSON.stringify({ type: 'ping', id: code });
    client.socket.send(ping, { fin: false });
    for (let count = 0; count < 62; count++) client.socket.send('', { fin: false });
    client.socket.send('', { fin: true });
    await client.untilAnswer(code);
    for (let count = 0; count < 65; count++) client.socket.send('', { fin: false });
    expect((await client.closed).code).toBe(1008);
  });

  it('closes a socket too many of one address with 4429, whatever its code and what it claims', async () => {
    await start({ socketLimits: { perCode: 2, perAddress: 2 } });
    const anyone = (): TestClient =>
      connect({ query: { code: randomUUID() }, headers: { 'x-forwarded-for': `10.0.0.${randomInt(250)}` } });
    const [first, second] = [anyone(), anyone()];
    await Promise.all([first.untilEvent('welcome'), second.untilEvent('welcome')]);
    expect((await anyone().closed).code).toBe(4429);
    await first.leave();
    expect((await anyone().untilEvent('welcome')).type).toBe('system');
  });

  it('believes a proxy that it trusts about addresses', async () => {
    await start({ socketLimits: { perCode: 2, perAddress: 1 }, trustedProxies: ['loopback'] });
    const from = (address: string): TestClient =>
      connect({ query: { code: randomUUID() }, headers: { 'x-forwarded-for': address } });
    await from('10.0.0.1').untilEvent('welcome');
    await from('10.0.0.2').untilEvent('welcome');
    expect((await from('10.0.0.1').closed).code).toBe(4429);
  });

  it('counts what a code sends over all its sockets', async () => {
    await start({ rateLimits: { code: { perSecond: 0.001, burst: 3 }, address: { perSecond: 1, burst: 100 } } });
    const [client, sibling] = [connect(), connect()];
    const stranger = connect({ query: { code: randomUUID() } });
    await Promise.all([client, sibling, stranger].map((each) => each.untilEvent('welcome')));
    for (let count = 0; count < 3; count++) client.send({ type: 'ping', id: code });
    await client.until(() => client.messages.length === 4);
    sibling.send({ type: 'ping', id: code });
    const refusal = await sibling.untilAnswer(code);
    expect(refusal).toEqual(jasmine.objectContaining({ code: 'rate_limited', retryAfterMs: jasmine.any(Number) }));
    stranger.send({ type: 'ping', id: code });
    expect(await stranger.untilAnswer(code)).toEqual(jasmine.objectContaining({ event: 'pong' }));
  });

  it('closes the sockets of a code that is revoked with 4401, and every later one, and no other’s', async () => {
    const storage = await openTestFolder({ revocationIntervalMs: 10 });
    await start({ storage });
    const [client, sibling] = [connect(), connect()];
    const bystander = connect({ query: { code: randomUUID() } });
    await Promise.all([client, sibling, bystander].map((each) => each.untilEvent('welcome')));
    storage.revocations.revoke(codeKey(code));
    expect((await client.closed).code).toBe(4401);
    expect((await sibling.closed).code).toBe(4401);
    expect((await connect().closed).code).toBe(4401);
    bystander.send({ type: 'ping', id: code });
    await bystander.untilAnswer(code);
  });

  it('takes nothing more from a revoked code whose client leaves the close unanswered', async () => {
    const storage = await openTestFolder({ revocationIntervalMs: 10 });
    await start({ storage });
    const [client, sibling] = [connect(), connect()];
    await Promise.all([client, sibling].map((each) => each.untilEvent('welcome')));
    client.socket.pause();
    storage.revocations.revoke(codeKey(code));
    await sibling.closed;
    client.send(prompt('一'));
    client.send(Buffer.from('二'));
    client.socket.resume();
    expect((await client.closed).code).toBe(4401);
    expect((await storage.log.extent(codeKey(code))).lastSeq).toBe(0);
  });

  it('closes a client that answers no ping with 4408', async () => {
    await start({ heartbeatMs: 20 });
    expect((await connect({ pong: 'never' }).closed).code).toBe(4408);
  });

  it('accepts pages of its own host, of this machine, and of the allowed origins', async () => {
    await start({ allowedOrigins: ['https://app.example'] });
    for (const origin of [gateway.url, 'http://localhost:4200', 'https://app.example']) {
      expect((await connect({ origin }).untilEvent('welcome')).event)
        .withContext(origin)
        .toBe('welcome');
    }
  });

  it('gives no socket for another path or a page of another origin, and says so by the status', async () => {
    await start();
    const query = `?code=${code}`;
    expect(await statusOfUpgrade(gateway, `/nowhere${query}`)).toBe(404);
    expect(await statusOfUpgrade(gateway, `/api/health${query}`)).toBe(404);
    expect(await statusOfUpgrade(gateway, `${ENDPOINT_PATH}x${query}`)).toBe(404);
    expect(await statusOfUpgrade(gateway, ENDPOINT_PATH + query, { origin: 'https://evil.example' })).toBe(403);
    expect(await statusOfUpgrade(gateway, ENDPOINT_PATH + query)).toBe(101);
  });

  it('gives none where there are as many as it may have over all, and one once another has left', async () => {
    await start({ socketLimits: { total: 1 } });
    const first = connect({ query: { code: randomUUID() } });
    await first.untilEvent('welcome');
    expect(await statusOfUpgrade(gateway, `${ENDPOINT_PATH}?code=${code}`)).toBe(503);
    await first.leave();
    expect((await connect().untilEvent('welcome')).type).toBe('system');
  });

  it('cuts a socket within seconds that leaves its close unanswered', async () => {
    await start();
    const startedAt = performance.now();
    const silent = request(`${gateway.url}${ENDPOINT_PATH}?code=none`, { headers: UPGRADE_HEADERS });
    const [, socket] = (await once(silent.end(), 'upgrade')) as [unknown, Socket];
    await once(socket.resume(), 'close');
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  });

  it('closes a socket with 4429 that floods it with pings and pongs', async () => {
    await start();
    const client = connect();
    await client.untilEvent('welcome');
    for (let count = 0; count < 2_000; count++) client.socket.pong('x'.repeat(125));
    expect((await client.closed).code).toBe(4429);
  });

  it('holds nothing of a request once its socket is open', async () => {
    await start({});
    const clients = Array.from({ length: 10 }, () => connect());
    await Promise.all(clients.map((client) => client.untilEvent('welcome')));
    expect(queryObjects(ServerResponse, { format: 'count' })).toBeLessThan(clients.length);
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

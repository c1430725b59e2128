import { randomUUID } from 'node:crypto';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { label } from './ports/testing/messages.ts';
import { ScriptedEngine } from '../engines/testing/scripted-engine.ts';
import { TestClient } from './testing/test-client.ts';
import { startTestGateway, stopTestGateways } from './testing/test-gateway.ts';

const CODE = '5a0c1f0e-0000-4000-8000-00000000000a';

describe('createGateway', () => {
  afterEach(stopTestGateways);

  it('listens on a free port of this machine and says where', async () => {
    const { url, port } = await startTestGateway();
    expect(url).toBe(`http://127.0.0.1:${port}`);
    expect(port).toBeGreaterThan(0);
  });

  it('reports that it is well', async () => {
    const { url } = await startTestGateway();
    const response = await fetch(`${url}/api/health`);
    expect(await response.json()).toEqual({
      status: 'ok',
      engine: { name: 'scripted', isModel: false },
      uptimeMs: jasmine.any(Number),
    });
  });

  it('rejects where its port is taken, having closed what it was given', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const engine = new ScriptedEngine();
    const { port } = other.address() as AddressInfo;
    const starting = startTestGateway({ engine, port });
    await expectAsync(starting).toBeRejectedWith(jasmine.objectContaining({ code: 'EADDRINUSE' }));
    expect(engine.isClosed).toBeTrue();
    other.close();
  });

  it('closes every socket with 1012, leaves what runs open, and closes its engine', async () => {
    const engine = new ScriptedEngine();
    const gateway = await startTestGateway({ engine });
    const client = new TestClient(gateway, { query: { code: CODE } });
    const other = new TestClient(gateway, { query: { code: randomUUID() } });
    await Promise.all([client.untilEvent('welcome'), other.untilEvent('welcome')]);
    client.send({ type: 'text', id: randomUUID(), content: '等' });
    await client.untilEvent('progress');
    await Promise.all([gateway.close(), gateway.close()]);
    expect((await client.closed).code).toBe(1012);
    expect((await other.closed).code).toBe(1012);
    expect(client.messages.map(label)).not.toContain('cancelled');
    expect(engine.isClosed).toBeTrue();
    await expectAsync(fetch(gateway.url)).toBeRejected();
  });

  it('does not wait for a client that never answers its close', async () => {
    const gateway = await startTestGateway();
    const client = new TestClient(gateway, { query: { code: CODE } });
    await client.untilEvent('welcome');
    client.socket.pause();
    await gateway.close();
    await expectAsync(fetch(gateway.url)).toBeRejected();
    client.socket.terminate();
  });

  it('logs no user code, at the finest level and with bad requests', async () => {
    const lines: string[] = [];
    const logDestination = { write: (line: string) => void lines.push(line) };
    const gateway = await startTestGateway({ logLevel: 'trace', logDestination });
    const client = new TestClient(gateway, { query: { code: CODE } });
    await client.untilEvent('welcome');
    client.send({ type: 'text', id: randomUUID(), content: '坏的' });
    await client.until(({ type }) => type === 'error');
    client.send('x'.repeat(70_000));
    await client.closed;
    const malformed = new TestClient(gateway, { query: { code: `${CODE}x` } });
    await malformed.closed;
    for (const path of ['/api/ws/video-generation', '/api/ws/unknown', '/unknown.js', '/%ff']) {
      await fetch(`${gateway.url}${path}?code=${CODE}`);
    }
    const lost = new WebSocket(`${gateway.url.replace('http', 'ws')}/elsewhere?code=${CODE}`);
    lost.on('error', () => undefined);
    await new Promise((resolve) => lost.once('close', resolve));
    await gateway.close();
    const log = lines.join('');
    expect(log).toContain('the secret inner detail');
    expect(log).toContain('/elsewhere');
    expect(log).not.toContain(CODE);
  });
});

import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { until } from '../../testing/index.ts';
import { ENDPOINT_PATH } from '../../protocol/index.ts';
import { codeKey } from '../limits/code-key.ts';
import type { Gateway } from '../gateway.ts';
import { startTestGateway, stopTestGateways } from '../testing/test-gateway.ts';
import { openTestFolder } from '../testing/test-storage.ts';

const MIB = 1024 * 1024;

/** Opens a socket that reads nothing. */
async function openUnread(gateway: Gateway, code: string, address: string): Promise<WebSocket> {
  const url = `${gateway.url.replace('http', 'ws')}${ENDPOINT_PATH}?code=${code}`;
  const socket = new WebSocket(url, { headers: { 'x-forwarded-for': address } });
  await once(socket, 'open');
  socket.on('error', () => undefined).pause();
  return socket;
}

describe('sockets that read nothing', () => {
  afterEach(stopTestGateways);

  it('are closed with 1013 where their address has too much unread, and others are not', async () => {
    const storage = await openTestFolder();
    const gateway = await startTestGateway({
      ...{ storage, trustedProxies: ['loopback'], metrics: { host: '127.0.0.1', port: 0 } },
      unreadBytes: { perAddress: 8 * MIB, total: 1_000 * MIB },
    });
    const [own, other] = [randomUUID(), randomUUID()];
    const many = await Promise.all(Array.from({ length: 8 }, () => openUnread(gateway, own, '10.0.0.1')));
    const bystander = await openUnread(gateway, other, '10.0.0.2');
    // Less than a socket alone may have, and more than the system takes of it.
    for (const code of [own, other]) storage.log.publish(codeKey(code), { type: 'text', content: 'x'.repeat(7 * MIB) });
    const closed = async (): Promise<number> => {
      const text = await (await fetch(`http://127.0.0.1:${gateway.metricsPort}/metrics`)).text();
      return Number(/cause="close_1013"\} (\d+)/.exec(text)?.[1] ?? 0);
    };
    await until(async () => (await closed()) > 0, { what: 'a socket is closed' });
    expect(await closed()).toBeLessThan(8);
    bystander.resume();
    bystander.ping();
    await once(bystander, 'pong');
    for (const socket of [...many, bystander]) socket.terminate();
  });
});

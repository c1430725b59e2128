import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { randomUUID } from 'node:crypto';
import type { Gateway } from '../gateway.ts';
import { startTestGateway, stopTestGateways } from '../testing/test-gateway.ts';
import { affordableConnections } from './request-limits.ts';

const QUICK = { headersMs: 100, requestMs: 200 };

describe('a request', () => {
  let gateway: Gateway;

  afterEach(stopTestGateways);

  /** Everything that is answered to these bytes until the gateway hangs up. */
  function answerTo(...chunks: readonly string[]): Promise<string> {
    return sentOver(connect(gateway.port, '127.0.0.1'), chunks);
  }

  it('that sends nothing, or never ends its headers, is ended', async () => {
    gateway = await startTestGateway({ requestDeadlines: QUICK });
    expect(await answerTo()).toMatch(/^$|^HTTP\/1\.1 408 /);
    expect(await answerTo('GET / HTTP/1.1\r\nHost: localhost\r\n')).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('whose body never ends is ended', async () => {
    gateway = await startTestGateway({ requestDeadlines: QUICK });
    const upload = [
      'POST /api/uploads HTTP/1.1',
      'Host: localhost',
      'Content-Type: image/png',
      `X-User-Code: ${randomUUID()}`,
      'Content-Length: 100',
    ].join('\r\n');
    expect(await answerTo(`${upload}\r\n\r\n`, 'abc')).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('has its body read by the route of uploads and no other', async () => {
    gateway = await startTestGateway({ requestDeadlines: QUICK });
    for (const type of ['application/json', 'text/plain', 'image/png']) {
      const head = `POST /nowhere HTTP/1.1\r\nHost: localhost\r\nContent-Type: ${type}\r\nContent-Length: 1000000\r\n\r\n`;
      // Answered though its body has not come.
      expect(await answerTo(head, 'x')).toMatch(/^HTTP\/1\.1 4(?:04|15) /);
    }
  });

  it('that offers h2c is answered as the GET that it is', async () => {
    gateway = await startTestGateway();
    const offer = 'Connection: Upgrade, HTTP2-Settings, close\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__';
    const answer = await answerTo(`GET /api/health HTTP/1.1\r\nHost: localhost\r\n${offer}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(answer).toContain('"status":"ok"');
  });

  it('that is none is answered with the security headers, and not a word of what was sent', async () => {
    gateway = await startTestGateway();
    for (const broken of [
      'GET /secret%zz?code=secret HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
      'secret\r\n\r\n',
      'GET /secret HTTP/1.1\r\nHost: localhost\r\nbad header secret\r\n\r\n',
      `GET / HTTP/1.1\r\nHost: localhost\r\nx: ${'secret'.repeat(5_000)}\r\n\r\n`,
    ]) {
      const answer = await answerTo(broken);
      expect(answer)
        .withContext(broken.slice(0, 40))
        .toMatch(/^HTTP\/1\.1 4\d\d /);
      expect(answer.toLowerCase()).toContain('content-security-policy');
      expect(answer).not.toContain('secret');
    }
  });
});

describe('affordableConnections', () => {
  it('leaves files for what else the gateway opens', () => {
    expect(affordableConnections(2_000)).toBe(1_744);
    expect(affordableConnections(100)).toBe(1);
    expect(affordableConnections(undefined)).toBeGreaterThan(0);
  });
});

async function sentOver(socket: Socket, chunks: readonly string[]): Promise<string> {
  let received = '';
  socket.on('data', (chunk: Buffer) => (received += chunk.toString()));
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  for (const chunk of chunks) socket.write(chunk);
  await once(socket, 'close');
  return received;
}

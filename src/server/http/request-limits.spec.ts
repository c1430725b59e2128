import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { connect, type Socket } from 'node:net';
import { randomUUID } from 'node:crypto';
import type { Gateway } from '../gateway.ts';
import { ENDPOINT_PATH } from '../../protocol/index.ts';
import { statusOfUpgrade } from '../testing/raw-upgrade.ts';
import { startTestGateway, stopTestGateways } from '../testing/test-gateway.ts';
import { until } from '../../testing/index.ts';
import { MediaFolder } from '../media-stores/media-folder.ts';
import { openTestFolder } from '../testing/test-storage.ts';
import type { AnswerLimits } from '../limits/open-answers.ts';
import { affordableAnswers, affordableConnections, affordableOfAddress } from './request-limits.ts';

const NOBODY = { address: '10.0.0.1', code: 'nobody' };
const QUICK = { headersMs: 100, requestMs: 200 };

/** The sockets of a spec: they are cut after it, and its gateways stopped. */
function useSockets(): Socket[] {
  const sockets: Socket[] = [];
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.destroy();
    await stopTestGateways();
  });
  return sockets;
}

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

  it('that is none is answered with the security headers, and not a word of what was sent, nor is that logged', async () => {
    const lines: string[] = [];
    gateway = await startTestGateway({ logLevel: 'trace', logDestination: { write: (line) => lines.push(line) } });
    for (const broken of [
      'GET /secret%zz?code=secret HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
      'secret\r\n\r\n',
      'GET /secret HTTP/1.1\r\nConnection: close\r\n\r\n',
      'GET /secret HTTP/1.1\r\nHost: localhost\r\nExpect: secret\r\nConnection: close\r\n\r\n',
      'GET /secret HTTP/1.1\r\nHost: localhost\r\nbad header secret\r\n\r\n',
      `GET ${ENDPOINT_PATH}?code=secret HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
      `GET / HTTP/1.1\r\nHost: localhost\r\nx: ${'secret'.repeat(5_000)}\r\n\r\n`,
    ]) {
      const answer = await answerTo(broken);
      expect(answer)
        .withContext(broken.slice(0, 40))
        .toMatch(/^HTTP\/1\.1 4\d\d /);
      expect(answer.toLowerCase()).toContain('content-security-policy');
      expect(answer).not.toContain('secret');
    }
    expect(lines.join('').replaceAll('/secret', '')).not.toMatch(/secret|rawPacket/);
  });
});

describe('answers', () => {
  const LARGE = 32 * 1024 * 1024;
  const sockets = useSockets();

  /** A gateway, and the path of a medium that no buffer between it and a client holds. */
  async function start(answerLimits: AnswerLimits): Promise<{ gateway: Gateway; path: string }> {
    const storage = await openTestFolder();
    const gateway = await startTestGateway({ storage, answerLimits });
    const { url } = await storage.media.save({ bytes: Buffer.alloc(LARGE), mimeType: 'image/png', ...NOBODY });
    return { gateway, path: url };
  }

  /** Asks for a path so many times over one connection, and reads nothing until it is resumed. */
  async function ask(gateway: Gateway, path: string, times = 1): Promise<Socket> {
    const socket = connect(gateway.port, '127.0.0.1').on('error', () => undefined);
    sockets.push(socket);
    await once(socket, 'connect');
    socket.pause().write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`.repeat(times));
    return socket;
  }

  it('that nobody reads are so many of an address, and leave room once their connections are over', async () => {
    const { gateway, path } = await start({ perAddress: 2, total: 10, unreadMs: 60_000 });
    const [first] = [await ask(gateway, path, 2)];
    const status = async (): Promise<number> => {
      const response = await fetch(`${gateway.url}/healthz`);
      await response.body?.cancel();
      return response.status;
    };
    await until(async () => (await status()) === 503);
    expect((await fetch(`${gateway.url}/healthz`)).headers.get('retry-after')).toBe('5');
    first.destroy();
    await until(async () => (await status()) === 200);
    expect(await status()).toBe(200);
  });

  it('to what names WebSocket without asking to upgrade are limited as all others', async () => {
    const { gateway, path } = await start({ perAddress: 2, total: 10, unreadMs: 60_000 });
    const socket = connect(gateway.port, '127.0.0.1').on('error', () => undefined);
    sockets.push(socket);
    let answers = '';
    socket.on('data', (chunk: Buffer) => (answers += chunk.toString('latin1')));
    const asking = `GET ${path} HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nRange: bytes=0-0\r\n\r\n`;
    socket.write(asking.repeat(10));
    await until(() => Promise.resolve(answers.includes('HTTP/1.1 503 ')));
    expect(answers).toContain('retry-after: 5');
  });

  it('of which nothing is read for a while are ended, and one that is read is not', async () => {
    const { gateway, path } = await start({ perAddress: 10, total: 10, unreadMs: 1_000 });
    const read = await ask(gateway, path);
    let bytes = 0;
    read.on('data', ({ length }: Buffer) => {
      bytes += length;
      read.pause();
      // Slowly enough that the other one is cut before this one has all of it.
      setTimeout(() => read.resume(), 5);
    });
    const [unread] = [await ask(gateway, path), read.resume()];
    const ended = once(unread, 'close');
    await until(() => Promise.resolve(bytes > LARGE));
    unread.resume();
    await ended;
    expect(unread.bytesRead).toBeLessThan(LARGE);
  });

  it('that a connection asks for on and on cost it the connection, and are not looked for', async () => {
    const find = spyOn(MediaFolder.prototype, 'find').and.callThrough();
    const { gateway, path } = await start({ perAddress: 1_000, total: 1_000, unreadMs: 60_000 });
    const many = await ask(gateway, path, 100);
    const ended = once(many, 'close');
    many.resume();
    await ended;
    expect(many.bytesRead).toBeLessThan(LARGE);
    expect(find.calls.count()).toBeLessThan(20);
  });
});

describe('requests', () => {
  const sockets = useSockets();

  /** What is answered over a connection from an address of this machine. */
  async function answerTo(
    { port }: Gateway,
    path: string,
    localAddress = '127.0.0.1',
    header = 'Accept: */*',
  ): Promise<string> {
    const socket = connect({ port, host: '127.0.0.1', localAddress }).on('error', () => undefined);
    sockets.push(socket);
    socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n${header}\r\n\r\n`);
    const [chunk] = (await once(socket, 'data')) as [Buffer];
    return chunk.toString();
  }

  it('beyond the rate of their address get 429 with when to try again, and those of others none', async () => {
    const gateway = await startTestGateway({ requestRate: { perSecond: 0.1, burst: 3 } });
    for (let count = 0; count < 3; count++) expect(await answerTo(gateway, '/api/health')).toMatch(/^HTTP\/1\.1 200 /);
    const refusal = await answerTo(gateway, '/api/health');
    expect(refusal).toMatch(/^HTTP\/1\.1 429 [\s\S]*^retry-after: 10\r$/m);
    expect(refusal).toContain('content-security-policy');
    expect(await answerTo(gateway, '/api/health', '127.0.0.2')).toMatch(/^HTTP\/1\.1 200 /);
    expect(await answerTo(gateway, '/healthz')).toMatch(/^HTTP\/1\.1 200 /);
    expect(await statusOfUpgrade(gateway, '/elsewhere')).toBe(429);
    expect(await statusOfUpgrade(gateway, `${ENDPOINT_PATH}?code=${randomUUID()}`)).toBe(101);
  });

  it('count where they expect something that nobody knows, which costs as much', async () => {
    const gateway = await startTestGateway({ requestRate: { perSecond: 0.1, burst: 2 } });
    const answers: string[] = [];
    for (let count = 0; count < 3; count++)
      answers.push(await answerTo(gateway, '/api/none', '127.0.0.1', 'Expect: a'));
    expect(answers.map((answer) => answer.slice(0, 12))).toEqual(['HTTP/1.1 404', 'HTTP/1.1 404', 'HTTP/1.1 429']);
  });

  it('at the endpoint are upgrades with a rate of their own, or what they only look like', async () => {
    const rate = { perSecond: 0.1, burst: 3 };
    const gateway = await startTestGateway({ requestRate: rate, connectLimits: { code: rate, address: rate } });
    for (let count = 0; count < 3; count++) expect(await statusOfUpgrade(gateway, ENDPOINT_PATH)).toBe(101);
    expect(await statusOfUpgrade(gateway, ENDPOINT_PATH)).toBe(429);
    const unmeant = { connection: 'keep-alive' };
    for (let count = 0; count < 3; count++) expect(await statusOfUpgrade(gateway, ENDPOINT_PATH, unmeant)).toBe(426);
    expect(await statusOfUpgrade(gateway, ENDPOINT_PATH, unmeant)).toBe(429);
  });

  it('have room for a page and a gallery of 1,000 works, three people at once', async () => {
    const gateway = await startTestGateway();
    const agent = new Agent({ keepAlive: true, maxSockets: 32 });
    const status = (): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        const asked = get(`${gateway.url}/api/none`, { agent }, (response) => {
          response.resume().once('end', () => resolve(response.statusCode));
        });
        asked.on('error', reject);
      });
    const statuses = await Promise.all(Array.from({ length: 3 * 1_050 }, status));
    agent.destroy();
    expect(new Set(statuses)).toEqual(new Set([404]));
  });
});

describe('connections', () => {
  const sockets = useSockets();

  /** Opens a connection from an address of this machine; resolves with whether the gateway leaves it open for a request. */
  async function isOpen(gateway: Gateway, localAddress = '127.0.0.1'): Promise<boolean> {
    const socket = connect({ port: gateway.port, host: '127.0.0.1', localAddress }).on('error', () => undefined);
    sockets.push(socket);
    socket.write('GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n');
    const answered = once(socket, 'data').then(() => true);
    return Promise.race([answered, once(socket, 'close').then(() => false)]);
  }

  it('are so many of an address, and leave room once they are over', async () => {
    const gateway = await startTestGateway({ connectionsPerAddress: 2 });
    expect(await isOpen(gateway)).toBeTrue();
    expect(await isOpen(gateway)).toBeTrue();
    expect(await isOpen(gateway)).toBeFalse();
    expect(await isOpen(gateway, '127.0.0.2')).toBeTrue();
    sockets[0]?.destroy();
    await until(() => isOpen(gateway));
  });

  it('of a proxy that is trusted are everybody’s, and as many as it has', async () => {
    const gateway = await startTestGateway({ connectionsPerAddress: 1, trustedProxies: ['loopback'] });
    for (let count = 0; count < 3; count++) expect(await isOpen(gateway)).toBeTrue();
  });
});

describe('affordableOfAddress', () => {
  it('is what is wanted, and half of all at most', () => {
    expect(affordableOfAddress(512, Infinity)).toBe(512);
    expect(affordableOfAddress(512, 494)).toBe(247);
    expect(affordableOfAddress(512, 1)).toBe(1);
  });
});

describe('affordableConnections', () => {
  it('leaves files for answers, and for what else the gateway opens', () => {
    expect(affordableConnections(250, 2_000)).toBe(1_494);
    expect(affordableConnections(25, 100)).toBe(1);
    expect(affordableConnections(0, undefined)).toBeGreaterThan(0);
  });
});

describe('affordableAnswers', () => {
  it('are as many as wanted, and a quarter of the files at most', () => {
    expect(affordableAnswers(1_000, 1_000_000)).toBe(1_000);
    expect(affordableAnswers(1_000, 1_000)).toBe(250);
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

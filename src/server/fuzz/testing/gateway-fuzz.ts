import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { WebSocket } from 'ws';
import { ENDPOINT_PATH } from '../../../protocol/index.ts';
import type { Gateway } from '../../gateway.ts';
import { prompt } from '../../ports/testing/messages.ts';
import { happyScript, ScriptedEngine } from '../../../engines/testing/scripted-engine.ts';
import { TestClient } from '../../testing/test-client.ts';
import { startTestGateway, stopTestGateways } from '../../testing/test-gateway.ts';
import { FrameSource } from '../frames.ts';

const SOCKETS = 8;
/** How many frames a socket is sent before the gateway is asked whether it has dealt with them, at the most. */
const MAX_WAVE = 250;
/** How many waves there are at the least: the heap is looked at after the first few, and at the end. */
const MIN_WAVES = 8;
/** How many jobs somebody else has to have had meanwhile. */
const BYSTANDER_JOBS = 3;
/** How much more the heap may hold after most of the frames than after the first few. */
const HEAP_GROWTH_LIMIT = 24 * 1024 * 1024;
const BYSTANDER_PROMPT = '旁观者的猫';
/** No rate limit: the usual ones would stop nearly all frames before the code under test. */
const OPEN = { perSecond: 1e9, burst: 1e9 };

/** A client that sends whatever comes to its mind, and opens another socket where one is closed for that. */
class FuzzingClient {
  closes = 0;
  readonly #url: string;
  readonly #source: FrameSource;
  #socket: WebSocket;
  #closed: Promise<unknown>;

  constructor({ url }: Gateway, seed: number) {
    this.#url = `${url.replace('http', 'ws')}${ENDPOINT_PATH}?code=${randomUUID()}`;
    this.#source = new FrameSource(seed);
    this.#socket = this.#openSocket();
    this.#closed = closeOf(this.#socket);
  }

  /** Sends frames, and resolves once the gateway has dealt with them or closed the socket. */
  async send(count: number): Promise<void> {
    if (this.#socket.readyState === WebSocket.CONNECTING) await once(this.#socket, 'open');
    const socket = this.#socket;
    for (let left = count; left > 0; left--) this.#sendOne(left === 1);
    const settled = new Promise((resolve) => socket.once('pong', resolve));
    socket.ping();
    await Promise.race([this.#closed, settled]);
    if (socket.readyState === WebSocket.OPEN) return;
    this.closes += 1;
    this.#socket = this.#openSocket();
    this.#closed = closeOf(this.#socket);
  }

  end(): void {
    this.#socket.terminate();
  }

  /** The last of a wave may be one that ends its socket. */
  #sendOne(isLast: boolean): void {
    if (isLast && this.#source.isNow(3)) this.#sendFatal();
    else this.#socket.send(this.#source.isNow(6) ? this.#source.bytes() : this.#source.text());
  }

  #sendFatal(): void {
    if (this.#source.isNow(2)) this.#socket.send('x'.repeat(70_000));
    // A text that is no UTF-8.
    else this.#socket.send(Buffer.from([0x7b, 0xff, 0xfe]), { binary: false });
  }

  #openSocket(): WebSocket {
    const socket = new WebSocket(this.#url);
    socket.on('error', () => undefined);
    return socket;
  }
}

/** Fulfils when the socket has closed, whatever it was closed for. */
function closeOf(socket: WebSocket): Promise<unknown> {
  return new Promise((resolve) => socket.once('close', resolve));
}

/** Bytes in use on the heap, garbage not counted. */
function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

/** Another code's client, which goes on with its own things. */
class Bystander {
  /** How many jobs it has seen to their ends. */
  jobs = 0;
  #isLeaving = false;
  readonly #watching: Promise<void>;

  constructor(gateway: Gateway) {
    this.#watching = this.#watch(new TestClient(gateway, { query: { code: randomUUID() } }));
  }

  /** Resolves once its last job is over. */
  leave(): Promise<void> {
    this.#isLeaving = true;
    return this.#watching;
  }

  async #watch(client: TestClient): Promise<void> {
    await client.untilEvent('welcome');
    while (!this.#isLeaving) {
      const message = prompt(BYSTANDER_PROMPT);
      client.send(message);
      await client.until(({ type, replyTo }) => type === 'video' && replyTo === message.id);
      client.messages.splice(0);
      this.jobs += 1;
    }
  }
}

/** Sends so many frames to a gateway that runs in this process, and looks whether it minds. */
export function describeGatewayFuzz(frames: number): void {
  describe('a live gateway, given frames of all kinds', () => {
    afterEach(stopTestGateways);

    it(`serves others on, and grows by nothing, through ${frames.toLocaleString('en')} of them`, async () => {
      const seed = Date.now();
      const engine = new ScriptedEngine((request) => {
        if (request.prompt !== BYSTANDER_PROMPT) throw new Error('not drawn');
        return happyScript();
      });
      const gateway = await startTestGateway({ engine, rateLimits: { code: OPEN, address: OPEN } });
      const clients = Array.from({ length: SOCKETS }, (_, index) => new FuzzingClient(gateway, seed + index));
      const bystander = new Bystander(gateway);
      const wave = Math.min(MAX_WAVE, Math.ceil(frames / SOCKETS / MIN_WAVES));
      let sent = 0;
      let heapBefore = Infinity;
      // Where the bystander is not served, this loop runs until the spec's time limit ends it.
      while (sent < frames || bystander.jobs < BYSTANDER_JOBS) {
        await Promise.all(clients.map((client) => client.send(wave)));
        sent += SOCKETS * wave;
        if (heapBefore === Infinity && sent >= frames / 4) heapBefore = heapInUse();
      }
      await bystander.leave();
      engine.requests.splice(0);
      const growth = heapInUse() - heapBefore;
      for (const client of clients) client.end();
      expect(growth).withContext(`seed ${seed}`).toBeLessThan(HEAP_GROWTH_LIMIT);
      expect(bystander.jobs).withContext(`seed ${seed}, jobs of the bystander`).toBeGreaterThanOrEqual(BYSTANDER_JOBS);
      const closes = clients.reduce((sum, client) => sum + client.closes, 0);
      expect(closes).withContext(`seed ${seed}, sockets that were closed`).toBeGreaterThan(0);
      expect((await fetch(`${gateway.url}/api/health`)).status).toBe(200);
    }, 600_000);
  });
}

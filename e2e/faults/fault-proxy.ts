import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

import { TrackedSockets } from '../../src/server/testing/tracked-sockets.ts';
import { ProxiedSocket } from './proxied-socket.ts';

/** What becomes of a WebSocket that a browser asks for. */
export type Treatment =
  | 'pass'
  /** The TCP connection is accepted, and nothing is ever answered. */
  | 'ignore'
  /** The TCP connection is accepted and ended. */
  | 'refuse'
  /** The gateway's greeting is passed on, and the connection is dropped. */
  | 'greet and drop';

const UPGRADE = 'GET /api/ws/';

/** Stands between browsers and a gateway, on a port of its own. HTTP passes; WebSockets have the faults it is told. */
export class FaultProxy {
  readonly #server: Server;
  readonly #gatewayPort: number;
  readonly #connections = new TrackedSockets();
  readonly #sockets: ProxiedSocket[] = [];
  #opened = 0;
  #greeted = 0;
  #latencyMs = 0;
  #treatment: Treatment = 'pass';
  #treated = 0;

  private constructor(gatewayPort: number) {
    this.#gatewayPort = gatewayPort;
    // An end that is not read must not be answered: packets may have vanished.
    this.#server = createServer({ allowHalfOpen: true }, (browser) => this.#accept(browser));
  }

  static async start(gatewayPort: number): Promise<FaultProxy> {
    const proxy = new FaultProxy(gatewayPort);
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** The origin that browsers open. */
  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** How many WebSockets have been asked for. */
  get opened(): number {
    return this.#opened;
  }

  /** How many WebSockets that were to last have had the gateway's greeting. */
  get greeted(): number {
    return this.#greeted;
  }

  /** Treats the next WebSockets, so many of them, unlike the others. */
  treatNext(count: number, treatment: Treatment): void {
    this.#treated = count;
    this.#treatment = treatment;
  }

  /** Delays what goes through the WebSockets that are opened from now on, in each direction. */
  delay(milliseconds: number): void {
    this.#latencyMs = milliseconds;
  }

  /** Does something final to every WebSocket that is open; returns how many those are. */
  toAll(fault: (socket: ProxiedSocket) => void): number {
    const open = this.#sockets.splice(0).filter((socket) => !socket.isOver);
    for (const socket of open) fault(socket);
    return open.length;
  }

  stop(): Promise<void> {
    return this.#connections.endWith(this.#server);
  }

  #accept(browser: Socket): void {
    this.#connections.add(browser);
    browser.once('data', (head) => {
      if (head.toString('latin1').startsWith(UPGRADE)) return this.#upgrade(browser, head);
      const gateway = this.#dial(browser);
      gateway.write(head);
      browser.pipe(gateway).pipe(browser);
    });
  }

  #upgrade(browser: Socket, head: Buffer): void {
    this.#opened += 1;
    const treatment = this.#treated > 0 ? this.#treatment : 'pass';
    this.#treated = Math.max(0, this.#treated - 1);
    if (treatment === 'ignore') return;
    if (treatment === 'refuse') return void browser.end();
    const onGreeted = (): void => {
      if (treatment === 'greet and drop') socket.drop();
      else this.#greeted += 1;
    };
    const socket = new ProxiedSocket(browser, this.#dial(browser), { head, latencyMs: this.#latencyMs, onGreeted });
    this.#sockets.push(socket);
  }

  #dial(browser: Socket): Socket {
    const gateway = this.#connections.add(connect(this.#gatewayPort, '127.0.0.1'));
    gateway.on('error', () => browser.destroy());
    browser.on('close', () => gateway.destroy());
    return gateway;
  }
}

import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { TrackedSockets } from '../tracked-sockets.ts';

/** Stands before several gateways as a load balancer does: each connection goes to the next of those that answer. */
export class ClusterProxy {
  readonly #server: Server;
  readonly #connections = new TrackedSockets();
  /** The ports of those that take connections now. */
  readonly #ports: () => readonly number[];
  #next = 0;

  private constructor(ports: () => readonly number[]) {
    this.#ports = ports;
    this.#server = createServer((client) => void this.#accept(client));
  }

  /** @param port 0 takes a free one */
  static async start(ports: () => readonly number[], port = 0): Promise<ClusterProxy> {
    const proxy = new ClusterProxy(ports);
    proxy.#server.listen(port, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    return this.#connections.endWith(this.#server);
  }

  async #accept(client: Socket): Promise<void> {
    this.#connections.add(client).pause();
    const ports = this.#ports();
    this.#next += 1;
    for (const [index] of ports.entries()) {
      const gateway = await dial(ports[(this.#next + index) % ports.length] ?? 0);
      if (gateway === undefined) continue;
      this.#connections.add(gateway);
      client.on('close', () => gateway.destroy());
      gateway.on('close', () => client.destroy());
      client.pipe(gateway).pipe(client);
      return;
    }
    client.destroy();
  }
}

/** A connection; undefined where nobody answers. */
async function dial(port: number): Promise<Socket | undefined> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return socket;
  } catch {
    return undefined;
  }
}

import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** Stands before several gateways as a load balancer does: each connection goes to the next of those that answer. */
export class ClusterProxy {
  readonly #server: Server;
  readonly #connections = new Set<Socket>();
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

  async stop(): Promise<void> {
    for (const connection of this.#connections) connection.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #accept(client: Socket): Promise<void> {
    this.#track(client).pause();
    const ports = this.#ports();
    this.#next += 1;
    for (const [index] of ports.entries()) {
      const gateway = await dial(ports[(this.#next + index) % ports.length] ?? 0);
      if (gateway === undefined) continue;
      this.#track(gateway);
      client.on('close', () => gateway.destroy());
      gateway.on('close', () => client.destroy());
      client.pipe(gateway).pipe(client);
      return;
    }
    client.destroy();
  }

  #track(socket: Socket): Socket {
    this.#connections.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.#connections.delete(socket));
    return socket;
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

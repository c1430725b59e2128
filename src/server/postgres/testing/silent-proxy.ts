import { connect, createServer, type Server, type Socket } from 'node:net';

/** A way to a server that can be cut without a word, as by a cable or a forgetful firewall: nobody is told that nothing comes. */
export class SilentProxy {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #isCut = false;

  private constructor(port: number) {
    this.#server = createServer((client) => {
      const upstream = connect(port, '127.0.0.1');
      for (const [socket, other] of [
        [client, upstream],
        [upstream, client],
      ] as const) {
        this.#sockets.add(socket);
        socket.on('data', (bytes) => {
          if (!this.#isCut) other.write(bytes);
        });
        socket.on('error', () => undefined);
        socket.on('close', () => {
          this.#sockets.delete(socket);
          other.destroy();
        });
      }
    });
  }

  static async start(port: number): Promise<SilentProxy> {
    const proxy = new SilentProxy(port);
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  /** An address of the server, by way of this. */
  via(url: string): string {
    const through = new URL(url);
    const address = this.#server.address();
    if (address !== null && typeof address === 'object') through.port = String(address.port);
    return through.href;
  }

  /** What is connected hears nothing from now on, and who connects neither. */
  cut(): void {
    this.#isCut = true;
  }

  /** Whoever connects is let through again, but nothing of what was cut comes back. */
  mend(): void {
    for (const socket of this.#sockets) socket.removeAllListeners('data').resume();
    this.#isCut = false;
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }
}

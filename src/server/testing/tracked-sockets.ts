import { once } from 'node:events';
import type { Server, Socket } from 'node:net';

/** The connections of a proxy that stands between others in a test, so that it can end with all of them. */
export class TrackedSockets {
  readonly #open = new Set<Socket>();

  /** Notes a connection for as long as it is open. What breaks it is for those at its ends to notice. */
  add(socket: Socket): Socket {
    this.#open.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.#open.delete(socket));
    return socket;
  }

  /** Ends the server that they belong to, and all of them with it. */
  async endWith(server: Server): Promise<void> {
    for (const socket of this.#open) socket.destroy();
    server.close();
    await once(server, 'close');
  }
}

import type { WebSocket } from '@fastify/websocket';
import { InFlight } from '../limits/in-flight.ts';

/**
 * The sockets that were opened only to be told why they may not be: until a client has answered the close, its socket is
 * open and is no session's. An address may have so many; what it opens beyond them is cut without a word.
 */
export class ClosingSockets {
  readonly #open: InFlight;

  constructor(perAddress: number) {
    this.#open = new InFlight({ perAddress, total: Infinity });
  }

  /** Closes a socket of an address, or cuts it where that has as many on their way out as it may have. */
  begin(socket: Pick<WebSocket, 'once' | 'terminate'>, address: string, close: () => void): void {
    const end = this.#open.begin(address, 1);
    if (end === undefined) return socket.terminate();
    socket.once('close', end);
    close();
  }
}

import type { WebSocket } from '@fastify/websocket';
import type { Meter } from '../ports/index.ts';
import type { Peer } from './frame-writer.ts';

/** A socket of `ws` as a session knows it. A class: an object with closures takes more memory of each. */
export class SocketPeer implements Peer {
  readonly #socket: WebSocket;
  readonly #meter: Pick<Meter, 'refused'> | undefined;

  constructor(socket: WebSocket, meter: Pick<Meter, 'refused'> | undefined) {
    this.#socket = socket;
    this.#meter = meter;
  }

  get bufferedBytes(): number {
    return this.#socket.bufferedAmount;
  }

  send(text: string, onLeft?: () => void): void {
    this.#socket.send(text, onLeft);
  }

  /** Closes the socket for what its client does, and counts that. */
  close(code: number, reason: string): void {
    this.#meter?.refused(`close_${code}`);
    this.#socket.close(code, reason);
  }
}

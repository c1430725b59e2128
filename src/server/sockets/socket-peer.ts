import type { WebSocket } from '@fastify/websocket';
import type { Meter } from '../ports/index.ts';
import type { Peer } from './frame-writer.ts';

/** What all sockets of a gateway share. */
export interface PeerContext {
  readonly meter?: Pick<Meter, 'refused'> | undefined;
  /** Has the JSON of messages say where media are; absent where it does. */
  readonly addressMedia?: ((json: string) => string) | undefined;
}

/** A socket of `ws` as a session knows it. A class: an object with closures takes more memory of each. */
export class SocketPeer implements Peer {
  readonly #socket: WebSocket;
  readonly #context: PeerContext;

  constructor(socket: WebSocket, context: PeerContext) {
    this.#socket = socket;
    this.#context = context;
  }

  get bufferedBytes(): number {
    return this.#socket.bufferedAmount;
  }

  send(text: string, onLeft?: () => void): void {
    const { addressMedia } = this.#context;
    this.#socket.send(addressMedia === undefined ? text : addressMedia(text), onLeft);
  }

  /** Closes the socket for what its client does, and counts that. */
  close(code: number, reason: string): void {
    this.#context.meter?.refused(`close_${code}`);
    this.#socket.close(code, reason);
  }
}

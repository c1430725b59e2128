import type { WebSocket } from '@fastify/websocket';
import type { Meter } from '../ports/index.ts';
import type { Peer } from './frame-writer.ts';
import type { UnreadBytes } from './unread-bytes.ts';

/** What all sockets of a gateway share. */
export interface PeerContext {
  readonly meter?: Pick<Meter, 'refused'> | undefined;
  /** Has the JSON of messages say where media are; absent where it does. */
  readonly addressMedia?: ((json: string) => string) | undefined;
  /** What clients have not read yet. */
  readonly unread: UnreadBytes;
}

/** A socket of `ws` as a session knows it. A class: an object with closures takes more memory of each. */
export class SocketPeer implements Peer {
  readonly #socket: WebSocket;
  readonly #address: string;
  readonly #context: PeerContext;

  /** `address` is what counts as the one that it came from. */
  constructor(socket: WebSocket, address: string, context: PeerContext) {
    this.#socket = socket;
    this.#address = address;
    this.#context = context;
  }

  get bufferedBytes(): number {
    return this.#socket.bufferedAmount;
  }

  send(text: string, onLeft?: () => void): void {
    const { addressMedia, unread } = this.#context;
    const socket = this.#socket;
    socket.send(addressMedia === undefined ? text : addressMedia(text), onLeft);
    const bytes = socket.bufferedAmount;
    // Where a client keeps up, the system has taken it already.
    if (bytes > 0 && socket.readyState === socket.OPEN) unread.note(this.#address, this, bytes);
  }

  /** To be called once the connection is over. */
  forget(): void {
    this.#context.unread.forget(this.#address, this);
  }

  /** Closes the socket for what its client does, and counts that. */
  close(code: number, reason: string): void {
    this.#context.meter?.refused(`close_${code}`);
    this.#socket.close(code, reason);
  }
}

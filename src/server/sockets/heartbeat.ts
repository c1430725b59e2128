import { CloseCode } from '../../protocol/index.ts';

/** What a heartbeat needs of a socket of `ws`. */
export interface PingedSocket {
  ping(): void;
  /** Must cut a connection that does not answer the close; `ws` does after 30 s. */
  close(code: number, reason: string): void;
  on(event: 'pong' | 'message' | 'close', listener: () => void): unknown;
}

/**
 * Pings sockets, and closes one with 4408 that has sent nothing since the last ping: where the network drops, no
 * close ever arrives.
 */
export class Heartbeat {
  readonly #sockets = new Set<PingedSocket>();
  readonly #alive = new WeakSet<PingedSocket>();
  readonly #timer: NodeJS.Timeout;

  /** Pings every `intervalMs` milliseconds. */
  constructor(intervalMs: number) {
    this.#timer = setInterval(() => this.#beat(), intervalMs);
    this.#timer.unref();
  }

  /** Watches a socket until it closes. */
  watch(socket: PingedSocket): void {
    const isAlive = (): void => void this.#alive.add(socket);
    this.#sockets.add(socket);
    isAlive();
    socket.on('pong', isAlive);
    socket.on('message', isAlive);
    socket.on('close', () => this.#sockets.delete(socket));
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #beat(): void {
    for (const socket of this.#sockets) {
      if (this.#alive.delete(socket)) {
        socket.ping();
      } else {
        this.#sockets.delete(socket);
        socket.close(CloseCode.HeartbeatTimeout, 'no sign of life');
      }
    }
  }
}

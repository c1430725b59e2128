import { CloseCode } from '../../protocol/index.ts';

/** What a heartbeat needs of a socket of `ws`. */
export interface PingedSocket {
  ping(): void;
  /** Must cut a connection that does not answer the close; `ws` does after 30 s. */
  close(code: number, reason: string): void;
  on(event: 'pong' | 'message' | 'close', listener: (this: PingedSocket) => void): unknown;
}

/**
 * Pings sockets, and closes one with 4408 that has sent nothing since the last ping: where the network drops, no
 * close ever arrives.
 */
export class Heartbeat {
  readonly #sockets = new Set<PingedSocket>();
  readonly #alive = new WeakSet<PingedSocket>();
  readonly #timer: NodeJS.Timeout;
  // One listener for all sockets: one for each would take more memory.
  readonly #onLife: (this: PingedSocket) => void;
  readonly #onClose: (this: PingedSocket) => void;

  /** Pings every `intervalMs` milliseconds. */
  constructor(intervalMs: number) {
    this.#timer = setInterval(() => this.#beat(), intervalMs);
    this.#timer.unref();
    const [sockets, alive] = [this.#sockets, this.#alive];
    this.#onLife = function () {
      alive.add(this);
    };
    this.#onClose = function () {
      sockets.delete(this);
    };
  }

  /** Watches a socket until it closes. */
  watch(socket: PingedSocket): void {
    this.#sockets.add(socket);
    this.#alive.add(socket);
    socket.on('pong', this.#onLife);
    socket.on('message', this.#onLife);
    socket.on('close', this.#onClose);
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

/** How often it looks for passes that have ended, in milliseconds. */
const LOOK_INTERVAL_MS = 1_000;

/** Ends sockets when the passes end by which they came in. `Socket` is whatever stands for one. */
export class PassWatch<Socket extends { once(event: 'close', listener: () => void): unknown }> {
  readonly #end: (socket: Socket) => void;
  readonly #endsAt = new Map<Socket, number>();
  #timer: NodeJS.Timeout | undefined;

  constructor(end: (socket: Socket) => void) {
    this.#end = end;
  }

  /** Watches a socket until it closes. @param endsAt in milliseconds since the Unix epoch */
  watch(socket: Socket, endsAt: number): void {
    this.#endsAt.set(socket, endsAt);
    socket.once('close', () => void this.#endsAt.delete(socket));
    // A timer for each would wrap around after 24 days.
    this.#timer ??= setInterval(() => this.#look(), LOOK_INTERVAL_MS).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    const now = Date.now();
    for (const [socket, endsAt] of this.#endsAt) {
      if (endsAt > now) continue;
      this.#endsAt.delete(socket);
      this.#end(socket);
    }
  }
}

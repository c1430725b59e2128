import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { InFlight, type InFlightLimits } from './in-flight.ts';

/** How many answers may be under way, and how long a client may read nothing of them. */
export interface AnswerLimits extends InFlightLimits {
  /** In milliseconds. */
  readonly unreadMs: number;
}

/** How many requests of one connection may wait for their answers. Browsers send the next one after the last answer. */
const MAX_PIPELINED = 16;
/** How often clients are looked at, in parts of what they may take. */
const LOOKS = 4;

/** What is known of a connection while something is asked over it. */
interface Connection {
  /** Of each answer that is under way. */
  readonly ends: Set<() => void>;
  /** How many bytes had left when that was looked at last. */
  sentBytes: number;
  /** Since when no more of them have. */
  stuckSince: number;
}

/**
 * The answers that are under way. Each may hold a file, and memory, for as long as its client pleases: so there may be so
 * many of an address and over all, and a client that reads nothing is cut.
 */
export class OpenAnswers {
  readonly #unreadMs: number;
  readonly #inFlight: InFlight;
  readonly #connections = new Map<Socket, Connection>();
  readonly #timer: NodeJS.Timeout;

  constructor({ unreadMs, ...limits }: AnswerLimits) {
    this.#unreadMs = unreadMs;
    this.#inFlight = new InFlight(limits);
    this.#timer = setInterval(() => this.#cutStuck(), unreadMs / LOOKS).unref();
  }

  /**
   * Begins the answer to a request of an address, until it has left or never will; false, and nothing happens, where there
   * are as many as there may be. A connection that asks on and on without taking its answers is cut.
   */
  begin(address: string, { socket }: IncomingMessage, response: ServerResponse): boolean {
    if (socket.destroyed) return false;
    const connection = this.#connectionOf(socket);
    if (connection.ends.size >= MAX_PIPELINED) {
      socket.destroy();
      return false;
    }
    const endOf = this.#inFlight.begin(address, 1);
    if (endOf === undefined) return false;
    const end = (): void => {
      endOf();
      connection.ends.delete(end);
    };
    connection.ends.add(end);
    response.once('close', end);
    return true;
  }

  /** Looks at nothing more. */
  close(): void {
    clearInterval(this.#timer);
  }

  /** An answer that waits behind others hears nothing of the end of its connection, so all of them end with that. */
  #connectionOf(socket: Socket): Connection {
    const known = this.#connections.get(socket);
    if (known !== undefined) return known;
    const connection: Connection = { ends: new Set(), sentBytes: 0, stuckSince: performance.now() };
    this.#connections.set(socket, connection);
    socket.once('close', () => {
      this.#connections.delete(socket);
      for (const end of connection.ends) end();
    });
    return connection;
  }

  #cutStuck(): void {
    const now = performance.now();
    for (const [socket, connection] of this.#connections) {
      const sentBytes = socket.bytesWritten - socket.writableLength;
      // Where nothing waits to be read, it is not the client that takes its time.
      if (socket.writableLength === 0 || sentBytes !== connection.sentBytes) {
        connection.sentBytes = sentBytes;
        connection.stuckSince = now;
      } else if (now - connection.stuckSince >= this.#unreadMs) socket.destroy();
    }
  }
}

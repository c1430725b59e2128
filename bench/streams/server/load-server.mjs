import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('main.mjs', import.meta.url));

/** A load server in a process of its own; {@link close} ends it, and so does the end of this process. */
export class LoadServer {
  #child;
  #heard = new Map();

  /** Its origin, `http://127.0.0.1:…`. */
  url = '';

  /**
   * @param {{ protocol: keyof typeof import('./protocols.mjs').PROTOCOLS, folder: string }} options
   *   `folder`: the page that it serves
   */
  static async start({ protocol, folder }) {
    const server = new LoadServer(fork(MAIN, [protocol, folder]));
    const { port } = await server.#next('listening');
    server.url = `http://127.0.0.1:${port}`;
    return server;
  }

  constructor(child) {
    this.#child = child;
    child.on('message', (message) => this.#waiting(message.kind).resolve(message));
    child.once('exit', (code) => {
      for (const { reject } of this.#heard.values()) reject(new Error(`the load server ended with ${code}`));
    });
  }

  /** Resolves when a client is there and has subscribed to everything. */
  async untilClient() {
    await this.#next('client');
  }

  /**
   * Sends messages as fast as the client takes them; resolves with the bytes that went over the wire.
   * @param {import('./pump.mjs').Load} load
   */
  async send(load) {
    this.#child.send(load);
    const { bytes } = await this.#next('sent');
    return bytes;
  }

  async close() {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.disconnect();
    await ended;
  }

  /** The next message of a kind, also one that came before it was asked for. */
  async #next(kind) {
    const message = await this.#waiting(kind).promise;
    this.#heard.delete(kind);
    return message;
  }

  #waiting(kind) {
    let waiting = this.#heard.get(kind);
    if (waiting === undefined) {
      waiting = Promise.withResolvers();
      // An exit with nobody waiting is an end like any other.
      waiting.promise.catch(() => undefined);
      this.#heard.set(kind, waiting);
    }
    return waiting;
  }
}

import { once } from 'node:events';
import { WebSocket } from 'ws';

/**
 * Speaks to a browser by the Chrome DevTools Protocol. By itself and not by Playwright, which listens to the network
 * of each page: the page's main thread then makes a report of every frame, which costs it more than the frame does.
 */
export class Cdp {
  #socket;
  #lastId = 0;
  #calls = new Map();

  /** @param {string} url of the browser's own target */
  static async connect(url) {
    const socket = new WebSocket(url, { perMessageDeflate: false });
    await once(socket, 'open');
    return new Cdp(socket);
  }

  constructor(socket) {
    this.#socket = socket;
    socket.on('message', (data) => this.#receive(JSON.parse(String(data))));
    socket.on('close', () => {
      for (const { reject } of this.#calls.values()) reject(new Error('the browser has gone'));
      this.#calls.clear();
    });
  }

  /** Calls a method of the browser or, with a session, of one page; resolves with its result. */
  call(method, params = {}, sessionId) {
    this.#lastId += 1;
    const id = this.#lastId;
    const { promise, resolve, reject } = Promise.withResolvers();
    this.#calls.set(id, { method, resolve, reject });
    this.#socket.send(JSON.stringify({ id, method, params, sessionId }));
    return promise;
  }

  close() {
    this.#socket.close();
  }

  #receive({ id, result, error }) {
    const call = this.#calls.get(id);
    // An event, which nobody waits for.
    if (call === undefined) return;
    this.#calls.delete(id);
    if (error === undefined) call.resolve(result);
    else call.reject(new Error(`${call.method}: ${error.message}`));
  }
}

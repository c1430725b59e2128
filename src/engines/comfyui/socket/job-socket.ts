import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { readSocketMessage, type SocketMessage } from './socket-message.ts';

/** What is needed to open a socket. */
export interface JobSocketOptions {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly jobId: string;
}

/** How long it may take to open or to close, in milliseconds. */
const HANDSHAKE_LIMIT_MS = 10_000;

/** The socket of one job. It only tells of progress sooner: the job's state is asked for by HTTP. */
export class JobSocket {
  readonly #socket: WebSocket;
  readonly #messages: SocketMessage[] = [];
  #isClosed = false;
  #wake: (() => void) | undefined;

  constructor({ url, headers, jobId }: JobSocketOptions) {
    this.#socket = new WebSocket(url, { headers });
    this.#socket.binaryType = 'arraybuffer';
    this.#socket.addEventListener('open', () => {
      // Previews then come with the job that they belong to. It counts only as the first message.
      this.#socket.send(JSON.stringify({ type: 'feature_flags', data: { supports_preview_metadata: true } }));
      this.#wake?.();
    });
    this.#socket.addEventListener('message', ({ data }) => {
      const message = readSocketMessage(data as string | ArrayBuffer, jobId);
      if (message !== undefined) this.#messages.push(message);
      this.#wake?.();
    });
    this.#socket.addEventListener('close', () => {
      this.#isClosed = true;
      this.#wake?.();
    });
    // A close follows each.
    this.#socket.addEventListener('error', () => undefined);
  }

  get isClosed(): boolean {
    return this.#isClosed && this.#messages.length === 0;
  }

  /** Resolves once it is open, or will not be. */
  async opened(signal: AbortSignal): Promise<void> {
    const isSettled = (): boolean => this.#isClosed || this.#socket.readyState === WebSocket.OPEN;
    const limit = performance.now() + HANDSHAKE_LIMIT_MS;
    while (!isSettled() && performance.now() < limit) await this.#change(HANDSHAKE_LIMIT_MS, signal);
  }

  /** The next message; undefined once it is closed, or nothing of the job came for so long. */
  async next(silenceMs: number, signal: AbortSignal): Promise<SocketMessage | undefined> {
    const limit = performance.now() + silenceMs;
    for (;;) {
      const message = this.#messages.shift();
      const left = limit - performance.now();
      if (message !== undefined || this.#isClosed || left <= 0) return message;
      await this.#change(left, signal);
    }
  }

  /**
   * Closes it, and resolves once the server has answered: a server that ends the old socket after the new one has come
   * forgets the new one.
   */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    const closed = once(this.#socket, 'close', { signal: AbortSignal.timeout(HANDSHAKE_LIMIT_MS) });
    this.#socket.close();
    await closed.catch(() => undefined);
  }

  async #change(limitMs: number, signal: AbortSignal): Promise<void> {
    const timer = new AbortController();
    const change = new Promise<void>((resolve) => (this.#wake = resolve));
    try {
      await Promise.race([change, setTimeout(limitMs, undefined, { signal: AbortSignal.any([signal, timer.signal]) })]);
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    } finally {
      this.#wake = undefined;
      timer.abort();
    }
  }
}

import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import type { Database } from '../database/database.ts';

export interface NoticeReceiverOptions {
  /** The channel of PostgreSQL's; a plain name. */
  readonly channel: string;
  /** Called with the payload of each notification. */
  readonly onNotification: (payload: string) => void;
  /** Called when it listens again after its connection broke: what was sent meanwhile is lost. */
  readonly onLoss: () => void;
  /** Called with why the connection broke. */
  readonly onFault: (error: unknown) => void;
  /** How often to see that the connection still reaches the server, in milliseconds. Default 10,000. */
  readonly probeIntervalMs?: number | undefined;
}

/** How long to wait before each further try to connect again, in milliseconds; the last one over and over. */
const DELAYS_MS: readonly number[] = [50, 200, 500, 1_000];
/** How often to see that the connection still reaches the server, in milliseconds: a way there that is cut says nothing. */
const PROBE_INTERVAL_MS = 10_000;
/** How long the server may take to say goodbye, in milliseconds. */
const END_LIMIT_MS = 1_000;

/** Listens on a connection of its own, and connects again whenever that breaks. */
export class NoticeReceiver {
  readonly #database: Database;
  readonly #options: NoticeReceiverOptions;
  readonly #probeIntervalMs: number;
  readonly #closing = new AbortController();
  #client: pg.Client | undefined;
  #timer: NodeJS.Timeout | undefined;

  private constructor(database: Database, options: NoticeReceiverOptions) {
    this.#database = database;
    this.#options = options;
    this.#probeIntervalMs = options.probeIntervalMs ?? PROBE_INTERVAL_MS;
  }

  /** Rejects where it can't listen. */
  static async listen(database: Database, options: NoticeReceiverOptions): Promise<NoticeReceiver> {
    const receiver = new NoticeReceiver(database, options);
    await receiver.#connect();
    return receiver;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    clearInterval(this.#timer);
    if (this.#client !== undefined) await end(this.#client);
  }

  async #connect(): Promise<void> {
    const client = await this.#database.connect();
    client.on('notification', ({ payload }) => this.#options.onNotification(payload ?? ''));
    try {
      await this.#listenOn(client);
      this.#closing.signal.throwIfAborted();
    } catch (error) {
      await end(client);
      throw error;
    }
    this.#client = client;
    // Not before: where it breaks earlier, whoever connects tries again, and two tries would be two that listen.
    this.#watch(client);
  }

  #watch(client: pg.Client): void {
    let isOver = false;
    const timer = setInterval(() => void this.#listenOn(client).catch(() => end(client)), this.#probeIntervalMs);
    this.#timer = timer.unref();
    const onEnd = (error: unknown): void => {
      clearInterval(timer);
      if (isOver || this.#closing.signal.aborted) return;
      isOver = true;
      this.#options.onFault(error);
      void this.#reconnect();
    };
    client.on('error', onEnd);
    client.on('end', () => onEnd(new Error('the connection that listens has ended')));
  }

  /** Does nothing where it listens already, but for an answer of the server's. */
  async #listenOn(client: pg.Client): Promise<void> {
    const limited = { text: `LISTEN ${this.#options.channel}`, query_timeout: this.#probeIntervalMs / 2 };
    await client.query(limited);
  }

  async #reconnect(): Promise<void> {
    for (let tries = 0; ; tries++) {
      const delayMs = DELAYS_MS[tries] ?? DELAYS_MS.at(-1);
      await delay(delayMs, undefined, { signal: this.#closing.signal, ref: false }).catch(() => undefined);
      if (this.#closing.signal.aborted) return;
      try {
        await this.#connect();
        break;
      } catch {
        // The next try.
      }
    }
    this.#options.onLoss();
  }
}

/** Ends a connection, and does not wait for a server that is not there any more. */
async function end(client: pg.Client): Promise<void> {
  const ended = new AbortController();
  const ending = client.end().catch(() => undefined);
  await Promise.race([
    ending,
    delay(END_LIMIT_MS, undefined, { signal: ended.signal, ref: false }).catch(() => undefined),
  ]);
  ended.abort();
}

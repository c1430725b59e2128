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
}

/** How long to wait before each further try to connect again, in milliseconds; the last one over and over. */
const DELAYS_MS: readonly number[] = [50, 200, 500, 1_000];

/** Listens on a connection of its own, and connects again whenever that breaks. */
export class NoticeReceiver {
  readonly #database: Database;
  readonly #options: NoticeReceiverOptions;
  readonly #closing = new AbortController();
  #client: pg.Client | undefined;

  private constructor(database: Database, options: NoticeReceiverOptions) {
    this.#database = database;
    this.#options = options;
  }

  /** Rejects where it can't listen. */
  static async listen(database: Database, options: NoticeReceiverOptions): Promise<NoticeReceiver> {
    const receiver = new NoticeReceiver(database, options);
    await receiver.#connect();
    return receiver;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#client?.end().catch(() => undefined);
  }

  async #connect(): Promise<void> {
    const client = await this.#database.connect();
    let isOver = false;
    const onEnd = (error: unknown): void => {
      if (isOver || this.#closing.signal.aborted) return;
      isOver = true;
      this.#options.onFault(error);
      void this.#reconnect();
    };
    client.on('error', onEnd);
    client.on('end', () => onEnd(new Error('the connection that listens has ended')));
    client.on('notification', ({ payload }) => this.#options.onNotification(payload ?? ''));
    this.#client = client;
    await client.query(`LISTEN ${this.#options.channel}`);
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

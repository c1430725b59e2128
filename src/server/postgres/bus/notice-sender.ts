import { setTimeout as delay } from 'node:timers/promises';
import type { Queryable } from '../database/transaction.ts';
import { isLong, type Notice, packNotices } from './notices.ts';

export interface NoticeSenderOptions {
  /** Names this process to the others. */
  readonly node: string;
  /** The channel of PostgreSQL's. */
  readonly channel: string;
  /** Called with why something was not sent. */
  readonly onFault: (error: unknown) => void;
}

/** How long notices are gathered after some have been sent: each notification waits for a lock of the whole server. */
const GATHER_MS = 4;
/** What waits to be sent, in characters; beyond that it is lost. */
const MAX_WAITING = 8_000_000;

/** Sends notices by `NOTIFY`, gathered and in order, one statement at a time. */
export class NoticeSender {
  readonly #database: Queryable;
  readonly #options: NoticeSenderOptions;
  #waiting: (readonly [channel: string, payload: string])[] = [];
  #waitingLength = 0;
  #count = 0;
  #sending: Promise<void> | undefined;
  #isClosed = false;

  constructor(database: Queryable, options: NoticeSenderOptions) {
    this.#database = database;
    this.#options = options;
  }

  /** Sends a payload soon, unless too much waits already, or it is closed. */
  send(channel: string, payload: string): void {
    if (this.#isClosed) return;
    if (this.#waitingLength + payload.length > MAX_WAITING) {
      // The others see that a count is missing.
      this.#count += 1;
      return;
    }
    this.#waiting.push([channel, payload]);
    this.#waitingLength += payload.length;
    this.#sending ??= this.#sendAll();
  }

  /** Takes no more; resolves once nothing waits. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#sending;
  }

  async #sendAll(): Promise<void> {
    // What is published within the same turn of the event loop goes together.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      this.#waitingLength = 0;
      try {
        await this.#sendBatch(batch);
      } catch (error) {
        this.#options.onFault(error);
      }
      await delay(GATHER_MS);
    }
    this.#sending = undefined;
  }

  async #sendBatch(batch: readonly (readonly [channel: string, payload: string])[]): Promise<void> {
    const notices: Notice[] = [];
    for (const [channel, payload] of batch) {
      notices.push([channel, isLong(payload) ? await this.#store(payload) : payload]);
    }
    const texts = packNotices(this.#options.node, notices, () => ++this.#count);
    await this.#database.query(
      'SELECT pg_notify($1, text) FROM unnest($2::text[]) WITH ORDINALITY AS texts (text, place) ORDER BY place',
      [this.#options.channel, texts],
    );
  }

  async #store(payload: string): Promise<number> {
    const [row] = await this.#database.query<{ id: number }>(
      'INSERT INTO long_notices (payload) VALUES ($1) RETURNING id',
      [payload],
    );
    return row?.id ?? 0;
  }
}

import { randomUUID } from 'node:crypto';
import type { Bus, BusListener } from '../../ports/bus.ts';
import type { Database } from '../database/database.ts';
import { Channels } from './channels.ts';
import { NoticeReceiver } from './notice-receiver.ts';
import { NoticeSender } from './notice-sender.ts';
import { type NoticeBatch, unpackNotices } from './notices.ts';

export interface PostgresBusOptions {
  /** Called with why something was not sent or received; what is lost costs nothing. Default: nobody is told. */
  readonly onFault?: (error: unknown) => void;
  /** How often to see that the connection that listens still reaches the server, in milliseconds. Default 10,000. */
  readonly probeIntervalMs?: number;
}

/** The one channel of PostgreSQL's: every node hears everything, and drops what nobody there subscribes to. */
const CHANNEL = 'kitten_bus';
const SWEEP_INTERVAL_MS = 30_000;

/** A bus by LISTEN and NOTIFY. Payloads that are too long for a notification pass through a table. */
export class PostgresBus implements Bus {
  readonly #node = randomUUID();
  readonly #channels = new Channels();
  readonly #losses = new Set<() => void>();
  /** The last count that was received of each other node. */
  readonly #counts = new Map<string, number>();
  readonly #database: Database;
  readonly #sender: NoticeSender;
  readonly #onFault: (error: unknown) => void;
  readonly #timer: NodeJS.Timeout;
  /** Settles when nothing is being swept. */
  #sweeping: Promise<void> | undefined;
  #receiver: NoticeReceiver | undefined;
  /** Set while a long payload is read: what comes after it waits, so that the order is kept. */
  #delivering: Promise<void> | undefined;

  private constructor(database: Database, { onFault = () => undefined }: PostgresBusOptions) {
    this.#database = database;
    this.#onFault = onFault;
    this.#sender = new NoticeSender(database, { node: this.#node, channel: CHANNEL, onFault });
    this.#timer = setInterval(() => void (this.#sweeping = this.#sweep()), SWEEP_INTERVAL_MS).unref();
  }

  /** Rejects where it can't listen. The database is its owner's to close, after the bus. */
  static async open(database: Database, options: PostgresBusOptions = {}): Promise<PostgresBus> {
    const bus = new PostgresBus(database, options);
    bus.#receiver = await NoticeReceiver.listen(database, {
      channel: CHANNEL,
      onNotification: (payload) => bus.#receive(payload),
      onLoss: () => bus.#tellLoss(),
      onFault: bus.#onFault,
      probeIntervalMs: options.probeIntervalMs,
    });
    return bus;
  }

  publish(channel: string, payload: string): void {
    this.#channels.deliver(channel, payload);
    this.#sender.send(channel, payload);
  }

  subscribe(channel: string, listener: BusListener): () => void {
    return this.#channels.add(channel, listener);
  }

  watchLosses(listener: () => void): () => void {
    const own = (): void => listener();
    this.#losses.add(own);
    return () => void this.#losses.delete(own);
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#channels.clear();
    this.#losses.clear();
    await this.#sender.close();
    await this.#receiver?.close();
    await this.#delivering;
    await this.#sweeping;
  }

  #receive(text: string): void {
    const batch = unpackNotices(text);
    if (batch === undefined || batch.node === this.#node) return;
    const before = this.#counts.get(batch.node);
    this.#counts.set(batch.node, batch.count);
    if (before !== undefined && batch.count !== before + 1) this.#tellLoss();
    const needsReading = batch.notices.some(
      ([channel, payload]) => typeof payload === 'number' && this.#channels.has(channel),
    );
    if (this.#delivering === undefined && !needsReading) return this.#deliver(batch);
    const delivering = (this.#delivering ?? Promise.resolve()).then(() => this.#readAndDeliver(batch));
    this.#delivering = delivering;
    void delivering.then(() => {
      if (this.#delivering === delivering) this.#delivering = undefined;
    });
  }

  #deliver({ notices }: NoticeBatch): void {
    for (const [channel, payload] of notices) if (typeof payload === 'string') this.#channels.deliver(channel, payload);
  }

  async #readAndDeliver({ notices }: NoticeBatch): Promise<void> {
    for (const [channel, payload] of notices) {
      if (!this.#channels.has(channel)) continue;
      const text = typeof payload === 'string' ? payload : await this.#read(payload);
      if (text !== undefined) this.#channels.deliver(channel, text);
    }
  }

  /** A long payload; undefined where it can't be read any more. */
  async #read(id: number): Promise<string | undefined> {
    try {
      const [row] = await this.#database.query<{ payload: string }>('SELECT payload FROM long_notices WHERE id = $1', [
        id,
      ]);
      return row?.payload;
    } catch (error) {
      this.#onFault(error);
      return undefined;
    }
  }

  #tellLoss(): void {
    for (const listener of this.#losses) listener();
  }

  /** Whoever was to read them has done so long ago. */
  async #sweep(): Promise<void> {
    try {
      await this.#database.query("DELETE FROM long_notices WHERE sent_at < now() - interval '1 minute'");
    } catch (error) {
      this.#onFault(error);
    }
  }
}

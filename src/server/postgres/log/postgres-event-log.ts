import { randomUUID } from 'node:crypto';
import { messageOf } from '../../messages/envelope.ts';
import { UNLIMITED_RETENTION } from '../../messages/retention.ts';
import type {
  Bus,
  DurableMessage,
  EventLog,
  LogExtent,
  LogListener,
  MessageDraft,
  Retention,
  StoredMessage,
} from '../../ports/index.ts';
import type { ForgottenJobs } from '../../schedule/open-job-limits.ts';
import type { Database } from '../database/database.ts';
import type { Transaction } from '../database/transaction.ts';
import { insist } from '../database/insist.ts';
import { appendMessages } from './append-messages.ts';
import { Feeds } from './feeds.ts';
import { extentOf, findAppended, readStored } from './read-messages.ts';
import { lastOfJobs, lastOlderThan, trimUpTo } from './trim-messages.ts';

export interface PostgresEventLogOptions {
  /** Default: everything is stored for ever. */
  readonly retention?: Retention;
  /** Called with the names of media that no stored message refers to any more. */
  readonly onUnusedMedia?: (names: readonly string[]) => void;
  /** How often to look for messages that the bus has not told of, in milliseconds. Default 1,500. */
  readonly intervalMs?: number;
  /** Called with what went wrong while nobody awaited it. Default: nobody is told. */
  readonly onFault?: (error: unknown) => void;
}

const INTERVAL_MS = 1_500;

/** An event log in PostgreSQL, to which any number of processes append, and which they follow. */
export class PostgresEventLog implements EventLog {
  readonly epoch: string;
  readonly #database: Database;
  readonly #feeds: Feeds;
  readonly #retention: Retention;
  readonly #onUnusedMedia: (names: readonly string[]) => void;

  private constructor(epoch: string, database: Database, bus: Bus, options: PostgresEventLogOptions) {
    const { onFault = () => undefined, intervalMs = INTERVAL_MS } = options;
    this.epoch = epoch;
    this.#database = database;
    this.#feeds = new Feeds(database, bus, { intervalMs, onFault });
    this.#retention = options.retention ?? UNLIMITED_RETENTION;
    this.#onUnusedMedia = options.onUnusedMedia ?? (() => undefined);
  }

  /** The database, which must have the schema, and the bus are their owner's to close, after the log. */
  static async open(database: Database, bus: Bus, options: PostgresEventLogOptions = {}): Promise<PostgresEventLog> {
    const [row] = await database.query<{ epoch: string }>('SELECT epoch FROM log');
    if (row === undefined) throw new Error('the database has no log');
    return new PostgresEventLog(row.epoch, database, bus, options);
  }

  /** @param condition runs in its transaction first: where it rejects, nothing is stored */
  async append(
    code: string,
    draft: MessageDraft,
    condition: (transaction: Transaction) => Promise<void> = () => Promise.resolve(),
  ): Promise<DurableMessage> {
    const named = { ...draft, id: draft.id ?? randomUUID() };
    const startedAt = Date.now();
    let isRepeat = false;
    const message = await insist(() =>
      this.#database.transaction(async (transaction) => {
        await condition(transaction);
        // Where the connection broke at the commit, it may be there already.
        const known = isRepeat ? await findAppended(transaction, code, { id: named.id, since: startedAt }) : undefined;
        isRepeat = true;
        if (known === undefined) return (await this.appendAll(transaction, code, [named]))[0];
        transaction.afterCommit(() => this.#feeds.appended(code, [known]));
        return known;
      }),
    );
    if (message === undefined) throw new Error('nothing was appended');
    await this.#feeds.settled(code);
    return message;
  }

  /**
   * Appends messages in order within a transaction of the caller's. Once that is committed, the code's followers are given
   * them. Until then, whoever else appends to the code waits: it belongs at the transaction's end, and only one code in each.
   */
  async appendAll(
    transaction: Transaction,
    code: string,
    drafts: readonly MessageDraft[],
  ): Promise<readonly DurableMessage[]> {
    if (drafts.length === 0) return [];
    const { codeId, messages } = await appendMessages(transaction, code, drafts);
    const trimTo = (messages.at(-1)?.seq ?? 0) - this.#retention.messagesPerCode;
    const unused = trimTo < 1 ? [] : await trimUpTo(transaction, codeId, trimTo);
    transaction.afterCommit(() => {
      this.#feeds.appended(code, messages);
      if (unused.length > 0) this.#onUnusedMedia(unused);
    });
    return messages;
  }

  publish(code: string, draft: MessageDraft): void {
    this.#feeds.publish(code, draft);
  }

  async read(code: string, after: number): Promise<readonly DurableMessage[]> {
    const stored = await readStored(this.#database, { code, after });
    return stored.map(({ text }) => messageOf(text) as DurableMessage);
  }

  readStored(code: string, after: number, count: number): Promise<readonly StoredMessage[]> {
    return readStored(this.#database, { code, after, count });
  }

  /** What comes after it, followers of the code here are given. */
  async extent(code: string): Promise<LogExtent> {
    await this.#feeds.begun(code);
    return extentOf(this.#database, code);
  }

  follow(code: string, listener: LogListener): () => void {
    return this.#feeds.follow(code, listener);
  }

  /** Trims what has become too old. `now` is in milliseconds since the Unix epoch. */
  async trimOld(now: number): Promise<void> {
    if (this.#retention.maxAgeMs === Infinity) return;
    for (const { codeId, seq } of await lastOlderThan(this.#database, now - this.#retention.maxAgeMs)) {
      this.#reportUnused(await trimUpTo(this.#database, codeId, seq));
    }
  }

  /** Trims a code, by its row, up to the last message of some jobs. */
  async trimJobs(transaction: Transaction, codeId: number, jobs: ForgottenJobs): Promise<void> {
    const unused = await trimUpTo(transaction, codeId, await lastOfJobs(transaction, codeId, jobs));
    transaction.afterCommit(() => this.#reportUnused(unused));
  }

  /**
   * Trims every message of a code within a transaction of the caller's. It goes on counting where it was, so that its clients
   * learn of the gap.
   */
  async trimAll(transaction: Transaction, code: string): Promise<void> {
    const [row] = await transaction.query<{ id: number; last_seq: number }>(
      'SELECT id, last_seq FROM codes WHERE code = $1',
      [code],
    );
    if (row === undefined) return;
    const unused = await trimUpTo(transaction, row.id, row.last_seq);
    transaction.afterCommit(() => this.#reportUnused(unused));
  }

  /** The names of all media that stored messages refer to. */
  async usedMedia(): Promise<ReadonlySet<string>> {
    const rows = await this.#database.query<{ name: string }>('SELECT DISTINCT name FROM media');
    return new Set(rows.map(({ name }) => name));
  }

  close(): Promise<void> {
    return this.#feeds.close();
  }

  #reportUnused(names: readonly string[]): void {
    if (names.length > 0) this.#onUnusedMedia(names);
  }
}

import type { Bus, Restrictions } from '../../ports/index.ts';
import { EVERYBODY } from '../../storage/restrictions.ts';
import type { Queryable } from '../database/transaction.ts';
import { WatchedSet, type WatchedSetOptions } from './watched-set.ts';

/** The channel on which processes tell each other of restrictions. */
const CHANNEL = 'restrictions';

/** What an operator has forbidden, in PostgreSQL: it holds for all gateways. */
export class PostgresRestrictions implements Restrictions {
  readonly #database: Queryable;
  readonly #subjects: WatchedSet;

  private constructor(database: Queryable, subjects: WatchedSet) {
    this.#database = database;
    this.#subjects = subjects;
  }

  /** Rejects where they can't be read. */
  static async open(
    database: Queryable,
    bus: Bus,
    options: Pick<WatchedSetOptions, 'intervalMs' | 'onFault'>,
  ): Promise<PostgresRestrictions> {
    const read = async (): Promise<readonly string[]> => {
      const rows = await database.query<{ subject: string }>('SELECT subject FROM restrictions');
      return rows.map(({ subject }) => subject);
    };
    return new PostgresRestrictions(database, await WatchedSet.open(bus, { ...options, channel: CHANNEL, read }));
  }

  get isPaused(): boolean {
    return this.#subjects.has(EVERYBODY);
  }

  isBlocked(address: string): boolean {
    return this.#subjects.has(address);
  }

  watchBlocks(listener: (address: string) => void): () => void {
    return this.#subjects.watch((subject) => {
      if (subject !== EVERYBODY) listener(subject);
    });
  }

  pause(): Promise<void> {
    return this.block(EVERYBODY);
  }

  resume(): Promise<void> {
    return this.unblock(EVERYBODY);
  }

  async block(address: string): Promise<void> {
    await this.#database.query('INSERT INTO restrictions (subject) VALUES ($1) ON CONFLICT DO NOTHING', [address]);
    await this.#subjects.changed();
  }

  async unblock(address: string): Promise<void> {
    await this.#database.query('DELETE FROM restrictions WHERE subject = $1', [address]);
    await this.#subjects.changed();
  }

  close(): Promise<void> {
    return this.#subjects.close();
  }
}

import type { Bus, Revocations } from '../../ports/index.ts';
import type { Queryable } from '../database/transaction.ts';
import { WatchedSet, type WatchedSetOptions } from './watched-set.ts';

/** The channel on which processes tell each other of revocations. */
const CHANNEL = 'revocations';

/** Revokes a code, for all gateways of the database: they know at their next look. */
export async function revokeCode(database: Queryable, code: string): Promise<void> {
  await database.query('INSERT INTO revoked_codes (code) VALUES ($1) ON CONFLICT DO NOTHING', [code]);
}

/** The revoked codes in PostgreSQL, into which any process may write. */
export class PostgresRevocations implements Revocations {
  readonly #database: Queryable;
  readonly #codes: WatchedSet;

  private constructor(database: Queryable, codes: WatchedSet) {
    this.#database = database;
    this.#codes = codes;
  }

  /** Rejects where they can't be read. */
  static async open(
    database: Queryable,
    bus: Bus,
    options: Pick<WatchedSetOptions, 'intervalMs' | 'onFault'>,
  ): Promise<PostgresRevocations> {
    const read = async (): Promise<readonly string[]> => {
      const rows = await database.query<{ code: string }>('SELECT code FROM revoked_codes');
      return rows.map(({ code }) => code);
    };
    return new PostgresRevocations(database, await WatchedSet.open(bus, { ...options, channel: CHANNEL, read }));
  }

  isRevoked(code: string): boolean {
    return this.#codes.has(code);
  }

  /** Revokes a code; resolves once this process knows. */
  async revoke(code: string): Promise<void> {
    await revokeCode(this.#database, code);
    await this.#codes.changed();
  }

  watch(listener: (code: string) => void): () => void {
    return this.#codes.watch(listener);
  }

  close(): Promise<void> {
    return this.#codes.close();
  }
}

import { FOUND_ADDRESS, type LedgerEntry, type MediaLedger } from '../../media-stores/media-ledger.ts';
import { insist } from '../database/insist.ts';
import type { Queryable, Row, SqlValue } from '../database/transaction.ts';

/** The ledger of media in PostgreSQL. */
export class PostgresMediaLedger implements MediaLedger {
  readonly #database: Queryable;

  constructor(database: Queryable) {
    this.#database = database;
  }

  async add({ name, address, bytes, code }: LedgerEntry): Promise<void> {
    await this.#run(
      `INSERT INTO stored_media (name, address, bytes, code) VALUES ($1, $2, $3, $4)
       ON CONFLICT (name) DO UPDATE SET address = excluded.address, bytes = excluded.bytes, code = excluded.code`,
      [name, address, bytes, code ?? null],
    );
  }

  async addFound({ name, address, bytes }: Omit<LedgerEntry, 'code'>): Promise<void> {
    await this.#run('INSERT INTO stored_media (name, address, bytes) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
      name,
      address,
      bytes,
    ]);
  }

  async remove(name: string): Promise<void> {
    await this.#run('DELETE FROM stored_media WHERE name = $1', [name]);
  }

  async names(): Promise<ReadonlySet<string>> {
    const rows = await this.#run<{ name: string }>('SELECT name FROM stored_media');
    return new Set(rows.map(({ name }) => name));
  }

  async ownNames(): Promise<ReadonlySet<string>> {
    const rows = await this.#run<{ name: string }>('SELECT name FROM stored_media WHERE address <> $1', [
      FOUND_ADDRESS,
    ]);
    return new Set(rows.map(({ name }) => name));
  }

  async isNew(): Promise<boolean> {
    const rows = await this.#run(
      `SELECT 1 AS known WHERE EXISTS (SELECT FROM codes)
         OR EXISTS (SELECT FROM stored_media WHERE address <> $1)`,
      [FOUND_ADDRESS],
    );
    return rows.length === 0;
  }

  /** Bytes of all media that came from an address. */
  async bytesOf(address: string): Promise<number> {
    const [row] = await this.#run<{ bytes: number }>(
      'SELECT coalesce(sum(bytes), 0) AS bytes FROM stored_media WHERE address = $1',
      [address],
    );
    return row?.bytes ?? 0;
  }

  /**
   * The key of the code that a medium was saved for. Of one from before that was noted, those that have a message with it:
   * elsewhere a prompt that names another's picture would make it one's own.
   */
  async ownersOf(name: string): Promise<readonly string[]> {
    const rows = await this.#run<{ code: string }>(
      `SELECT code FROM stored_media WHERE name = $1 AND code IS NOT NULL
       UNION SELECT code FROM codes WHERE id IN (SELECT code_id FROM media WHERE name = $1)
         AND NOT EXISTS (SELECT FROM stored_media WHERE name = $1 AND code IS NOT NULL)`,
      [name],
    );
    return rows.map(({ code }) => code);
  }

  /** Each statement may run twice: what the connection took with it is sent again, for a clip must not fail by that. */
  #run<Result extends Row>(sql: string, values: readonly SqlValue[] = []): Promise<readonly Result[]> {
    return insist(() => this.#database.query<Result>(sql, values));
  }
}

import type { RateLimit } from '../../limits/token-bucket.ts';
import type { SharedRates } from '../../ports/index.ts';
import type { Queryable } from '../database/transaction.ts';

/** Allowances of all gateways of a database. Times are the server's. */
export class PostgresSharedRates implements SharedRates {
  readonly #database: Queryable;

  constructor(database: Queryable) {
    this.#database = database;
  }

  async spend(who: string, { perSecond, burst }: RateLimit): Promise<number> {
    const oneMs = 1_000 / perSecond;
    // As long as so much or less is missing, one is left.
    const mostMissingMs = (burst - 1) * oneMs;
    await this.#database.query('DELETE FROM allowances WHERE full_at < now()');
    const spent = await this.#database.query(
      `INSERT INTO allowances (who, full_at) VALUES ($1, now() + $2 * interval '1 ms')
       ON CONFLICT (who) DO UPDATE SET full_at = greatest(allowances.full_at, now()) + $2 * interval '1 ms'
       WHERE allowances.full_at <= now() + $3 * interval '1 ms'
       RETURNING who`,
      [who, oneMs, mostMissingMs],
    );
    if (spent.length > 0) return 0;
    const [row] = await this.#database.query<{ wait_ms: number }>(
      `SELECT ceil(extract(epoch FROM full_at - now()) * 1000 - $2) AS wait_ms FROM allowances WHERE who = $1`,
      [who, mostMissingMs],
    );
    return Math.max(1, row?.wait_ms ?? 0);
  }
}

import { JOIN_CODE_LASTS_MS, newJoinCode, plainJoinCode } from '../../joining/join-code.ts';
import { codeKey } from '../../limits/code-key.ts';
import type { JoinCode, JoinCodes } from '../../ports/index.ts';
import { insist } from '../database/insist.ts';
import type { Queryable } from '../database/transaction.ts';
import { JoinKeyMaker, seal, unseal } from './seal.ts';

/** The join codes of all gateways of a database: one gives them, any other takes them. Times are the server's. */
export class PostgresJoinCodes implements JoinCodes {
  readonly #database: Queryable;
  readonly #keys: JoinKeyMaker;

  /** @param epoch that of the log, which no other database has */
  constructor(database: Queryable, epoch: string) {
    this.#database = database;
    this.#keys = new JoinKeyMaker(epoch);
  }

  async issue(userCode: string): Promise<JoinCode> {
    const joinCode = newJoinCode();
    const { lookup, key } = await this.#keys.keysOf(joinCode);
    const sealed = seal(userCode, key);
    await insist(() => this.#database.query('DELETE FROM join_codes WHERE ends_at <= now()'));
    const [row] = await insist(() =>
      this.#database.query<{ ends_at: number }>(
        `INSERT INTO join_codes (owner, lookup, sealed, ends_at) VALUES ($1, $2, $3, now() + $4 * interval '1 ms')
         ON CONFLICT (owner) DO UPDATE SET lookup = excluded.lookup, sealed = excluded.sealed, ends_at = excluded.ends_at
         RETURNING floor(extract(epoch FROM ends_at) * 1000) AS ends_at`,
        [codeKey(userCode), lookup, sealed, JOIN_CODE_LASTS_MS],
      ),
    );
    return { joinCode, endsAt: row?.ends_at ?? 0 };
  }

  async redeem(typed: string): Promise<string | undefined> {
    const { lookup, key } = await this.#keys.keysOf(plainJoinCode(typed));
    // Whoever removes the row has the code. Not insisted on: where an answer is lost, the code is as well.
    const [row] = await this.#database.query<{ sealed: string; is_good: boolean }>(
      'DELETE FROM join_codes WHERE lookup = $1 RETURNING sealed, ends_at > now() AS is_good',
      [lookup],
    );
    return row?.is_good === true ? unseal(row.sealed, key) : undefined;
  }
}

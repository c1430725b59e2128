import type { OperatorAction, OperatorRequest, RequestStore } from '../../storage/operator-requests.ts';
import type { Queryable } from '../database/transaction.ts';

/** What operators have asked of the gateways, in PostgreSQL. Two of them may do the same, which does no harm. */
export class RequestTable implements RequestStore {
  readonly #database: Queryable;

  constructor(database: Queryable) {
    this.#database = database;
  }

  async add(action: OperatorAction, subject: string): Promise<number> {
    const [row] = await this.#database.query<{ place: number }>(
      'INSERT INTO operator_requests (action, subject) VALUES ($1, $2) RETURNING place',
      [action, subject],
    );
    return row?.place ?? 0;
  }

  async isPending(place: number): Promise<boolean> {
    return (await this.#database.query('SELECT FROM operator_requests WHERE place = $1', [place])).length > 0;
  }

  async pending(): Promise<readonly OperatorRequest[]> {
    return this.#database.query<{ place: number; action: OperatorAction; subject: string }>(
      'SELECT place, action, subject FROM operator_requests ORDER BY place',
    );
  }

  async remove(place: number): Promise<void> {
    await this.#database.query('DELETE FROM operator_requests WHERE place = $1', [place]);
  }
}

import type { OperatorAction, OperatorRequest, RequestStore } from './operator-requests.ts';
import { retryWhileBusy } from './retry-while-busy.ts';
import type { SqliteFile, Statement } from './sqlite-file.ts';

function statementsOf(file: SqliteFile) {
  return {
    add: file.prepare('INSERT INTO operator_requests (action, subject) VALUES (?, ?) RETURNING place'),
    find: file.prepare('SELECT 1 FROM operator_requests WHERE place = ?'),
    all: file.prepare('SELECT place, action, subject FROM operator_requests ORDER BY place'),
    remove: file.prepare('DELETE FROM operator_requests WHERE place = ?'),
  } satisfies Record<string, Statement>;
}

/** What operators have asked for, in a SQLite file. */
export class SqliteRequests implements RequestStore {
  readonly #statements: ReturnType<typeof statementsOf>;

  /** The file is its owner's to close. */
  constructor(file: SqliteFile) {
    this.#statements = statementsOf(file);
  }

  async add(action: OperatorAction, subject: string): Promise<number> {
    const row = await retryWhileBusy(() => this.#statements.add.get(action, subject));
    return Number(row?.['place']);
  }

  isPending(place: number): Promise<boolean> {
    return Promise.resolve(this.#statements.find.get(place) !== undefined);
  }

  pending(): Promise<readonly OperatorRequest[]> {
    const rows = this.#statements.all.all();
    return Promise.resolve(
      rows.map(({ place, action, subject }) => ({
        place: Number(place),
        action: String(action) as OperatorAction,
        subject: String(subject),
      })),
    );
  }

  async remove(place: number): Promise<void> {
    await retryWhileBusy(() => this.#statements.remove.run(place));
  }
}

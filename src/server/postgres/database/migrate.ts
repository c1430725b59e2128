import type { Migration } from '../schema/migration.ts';
import { MIGRATIONS } from '../schema/migrations.ts';
import type { Database } from './database.ts';

/** The data were written by a version that this one can't run beside. */
export class NewerSchemaError extends Error {
  override readonly name = 'NewerSchemaError';

  constructor() {
    super('the data were written by a newer version of the gateway');
  }
}

/** What the advisory lock of all who migrate is called. */
const LOCK = 0x6b697474;

/**
 * Brings a database to the schema of this version, once, however many gateways start at the same time.
 * Rejects with a {@link NewerSchemaError} where a newer version has taken a step that this one can't go along with.
 */
export async function migrate(database: Database, migrations: readonly Migration[] = MIGRATIONS): Promise<void> {
  await database.transaction(async (transaction) => {
    // A large table may take its time, and another gateway may be at it.
    await transaction.liftLimit();
    await transaction.query(`SELECT pg_advisory_xact_lock(${LOCK})`);
    await transaction.query(
      `CREATE TABLE IF NOT EXISTS schema_steps (
         step integer PRIMARY KEY, name text NOT NULL, works_with integer NOT NULL,
         taken_at timestamptz NOT NULL DEFAULT now()
       )`,
    );
    const [state] = await transaction.query<{ step: number; works_with: number }>(
      'SELECT coalesce(max(step), 0) AS step, coalesce(max(works_with), 0) AS works_with FROM schema_steps',
    );
    const { step = 0, works_with: worksWith = 0 } = state ?? {};
    if (step > migrations.length && worksWith > migrations.length) throw new NewerSchemaError();
    for (const [index, migration] of migrations.entries()) {
      if (index < step) continue;
      await transaction.query(migration.sql);
      await transaction.query('INSERT INTO schema_steps (step, name, works_with) VALUES ($1, $2, $3)', [
        index + 1,
        migration.name,
        migration.worksWith,
      ]);
    }
  });
}

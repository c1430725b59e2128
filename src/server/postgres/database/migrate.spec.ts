import { usePostgres } from '../testing/use-postgres.ts';
import { MIGRATIONS } from '../schema/migrations.ts';
import { migrate, NewerSchemaError } from './migrate.ts';

describe('the schema in PostgreSQL', () => {
  const postgres = usePostgres();

  function step(name: string, worksWith: number) {
    return { name, worksWith, sql: `CREATE TABLE ${name} (id integer)` };
  }

  it('takes each step once, however many gateways start at the same time', async () => {
    const { database } = postgres();
    const steps = [...MIGRATIONS, step('added', MIGRATIONS.length)];
    await Promise.all([1, 2, 3].map(() => migrate(database, steps)));
    const taken = await database.query('SELECT name FROM schema_steps ORDER BY step');
    expect(taken).toEqual(steps.map(({ name }) => ({ name })));
  });

  it('of the next version is gone along with by the version before, where that can', async () => {
    const { database } = postgres();
    await migrate(database, [...MIGRATIONS, step('added', MIGRATIONS.length)]);
    await expectAsync(migrate(database)).toBeResolved();
    await migrate(database, [...MIGRATIONS, step('added', MIGRATIONS.length), step('removed', MIGRATIONS.length + 1)]);
    await expectAsync(migrate(database)).toBeRejectedWithError(NewerSchemaError);
  });

  it('keeps what the version before a step reads and writes, where that is said to run beside it', async () => {
    const { database } = postgres();
    const tableOf = (name: string): string => name.split('.', 1).join();
    for (const [index, { worksWith }] of MIGRATIONS.entries()) {
      if (worksWith > index) continue;
      const [before, after] = [await columnsOf(index), await columnsOf(index + 1)];
      const tables = new Set([...before.keys()].map(tableOf));
      for (const [name, column] of before) expect(after.get(name)).withContext(name).toBe(column);
      // The version before inserts rows without what is new.
      const added = [...after].filter(([name]) => !before.has(name) && tables.has(tableOf(name)));
      expect(added.filter(([, column]) => !column.endsWith('optional'))).toEqual([]);
    }

    /** The tables' columns after so many steps: each with its type, and whether an insert may leave it out. */
    async function columnsOf(steps: number): Promise<ReadonlyMap<string, string>> {
      const schema = `after_${steps}`;
      return database.transaction(async (transaction) => {
        await transaction.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
        await transaction.query(`SET LOCAL search_path TO ${schema}`);
        for (const { sql } of MIGRATIONS.slice(0, steps)) await transaction.query(sql);
        const rows = await transaction.query(
          `SELECT table_name || '.' || column_name AS name, data_type || ' ' || CASE WHEN is_nullable = 'YES'
             OR column_default IS NOT NULL OR is_identity = 'YES' THEN 'optional' ELSE 'needed' END AS "column"
           FROM information_schema.columns WHERE table_schema = $1`,
          [schema],
        );
        await transaction.query(`DROP SCHEMA ${schema} CASCADE`);
        return new Map(rows.map((row) => [String(row['name']), String(row['column'])]));
      });
    }
  });

  it('is as it was where a step fails', async () => {
    const { database } = postgres();
    const broken = { name: 'broken', worksWith: 1, sql: 'CREATE TABLE half (id integer); SELECT nothing' };
    await expectAsync(migrate(database, [...MIGRATIONS, broken])).toBeRejectedWithError(/nothing/);
    expect(await database.query("SELECT to_regclass('half') AS half")).toEqual([{ half: null }]);
  });
});

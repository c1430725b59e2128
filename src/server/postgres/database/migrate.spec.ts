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

  it('is as it was where a step fails', async () => {
    const { database } = postgres();
    const broken = { name: 'broken', worksWith: 1, sql: 'CREATE TABLE half (id integer); SELECT nothing' };
    await expectAsync(migrate(database, [...MIGRATIONS, broken])).toBeRejectedWithError(/nothing/);
    expect(await database.query("SELECT to_regclass('half') AS half")).toEqual([{ half: null }]);
  });
});

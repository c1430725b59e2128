import { createSpecDatabase, startServer, usePostgres } from '../testing/use-postgres.ts';
import { Database } from './database.ts';
import { explainDatabaseFault } from './explain-fault.ts';
import { migrate } from './migrate.ts';

describe('why a database can’t be used', () => {
  const postgres = usePostgres();

  /** What is said where nothing can be opened at an address. */
  async function explain(url: string): Promise<string | undefined> {
    try {
      await (await Database.open(url)).close();
      return 'nothing is wrong';
    } catch (error) {
      return explainDatabaseFault(error, url);
    }
  }

  it('is said in a line, and without the password', async () => {
    const { url } = postgres();
    const { port } = await startServer();
    const place = `PostgreSQL at 127.0.0.1:${port}`;
    expect(await explain(url.replace(/:[^:@]+@/, ':secret@'))).toMatch(
      new RegExp(`^${place}/spec_\\d+ does not let postgres in: (?!.*secret)`),
    );
    expect(await explain(url.replace(/:[^:@]+@/, '@'))).toMatch(/asks for a password/);
    expect(await explain(url.replace(/\/spec_\d+$/, '/nowhere'))).toBe(
      `There is no database nowhere in ${place}/nowhere: make it with createdb, or mend DATABASE_URL.`,
    );
    expect(await explain('postgres://kitten:secret@127.0.0.1:1/kitten')).toBe(
      'PostgreSQL at 127.0.0.1:1/kitten can’t be reached (ECONNREFUSED): start it, or mend DATABASE_URL.',
    );
    expect(await explain('postgres://kitten:secret@nobody.invalid/kitten')).toMatch(/nobody.invalid/);
    expect(explainDatabaseFault(Object.assign(new Error('could not extend file'), { code: '53100' }), url)).toMatch(
      /^The disk of PostgreSQL at \S+ is full: /,
    );
    expect(explainDatabaseFault(new Error('something else'), url)).toBeUndefined();
  });

  it('is said of one that has tables of something else, and of a user who may make none', async () => {
    const url = await createSpecDatabase();
    const database = await Database.open(url);
    await database.query('CREATE TABLE messages (subject text)');
    const fault = await migrate(database).catch((error: unknown) => error);
    expect(explainDatabaseFault(fault, url)).toMatch(/ has tables of something else: .*DATABASE_URL\.$/);
    await database.query('DROP TABLE messages');
    await database.query("CREATE ROLE reader LOGIN PASSWORD 'kitten'");
    const own = url.replace('//postgres:', '//reader:');
    const reader = await Database.open(own);
    const refused = await migrate(reader).catch((error: unknown) => error);
    expect(explainDatabaseFault(refused, own)).toMatch(/^reader may not make tables in /);
    await Promise.all([reader.close(), database.close()]);
  });

  it('is said of one that can only be read', async () => {
    const { url, database } = postgres();
    await database.query(`ALTER DATABASE ${new URL(url).pathname.slice(1)} SET default_transaction_read_only = on`);
    const reader = await Database.open(url);
    const fault = await reader.query('CREATE TABLE cats ()').catch((error: unknown) => error);
    await reader.close();
    expect(explainDatabaseFault(fault, url)).toMatch(/ can only be read: .*DATABASE_URL\.$/);
  });
});

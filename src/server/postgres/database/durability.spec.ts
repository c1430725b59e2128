import { durabilityWarning } from './durability.ts';
import type { Row } from './transaction.ts';
import { usePostgres } from '../testing/use-postgres.ts';

describe('durabilityWarning', () => {
  const postgres = usePostgres();

  it('names what lets a crash take what was committed', async () => {
    const { database } = postgres();
    // The server of the specs may lose what it likes when the machine goes down.
    expect(await durabilityWarning(database)).toMatch(/^PostgreSQL has fsync off: .* may be lost/);
    const warning = await database.transaction(async (transaction) => {
      await transaction.query('SET LOCAL synchronous_commit = off');
      return durabilityWarning(transaction);
    });
    expect(warning).toContain('fsync and synchronous_commit off');
  });

  it('has nothing to say of a server that keeps what it was given', async () => {
    const query = <Result extends Row>(): Promise<readonly Result[]> => Promise.resolve([]);
    expect(await durabilityWarning({ query })).toBeUndefined();
  });
});

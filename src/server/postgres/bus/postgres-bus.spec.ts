import { describeBusContract } from '../../ports/testing/index.ts';
import { usePostgres } from '../testing/use-postgres.ts';
import { PostgresBus } from './postgres-bus.ts';

describe('a bus on PostgreSQL', () => {
  const postgres = usePostgres();

  describeBusContract('PostgresBus', () => PostgresBus.open(postgres().database));

  describe('PostgresBus', () => {
    it('listens again after its connection broke, and says that something may be lost', async () => {
      const { database } = postgres();
      const [here, there] = [await PostgresBus.open(database), await PostgresBus.open(database)];
      const lost = new Promise<void>((resolve) => there.watchLosses(resolve));
      const alsoLost = new Promise<void>((resolve) => here.watchLosses(resolve));
      await database.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()",
      );
      await Promise.all([lost, alsoLost]);
      const received = new Promise<string>((resolve) => there.subscribe('a', resolve));
      here.publish('a', '喵');
      expect(await received).toBe('喵');
      await Promise.all([here.close(), there.close()]);
    });
  });
});

import type { Client } from 'pg';
import { until } from '../../../testing/index.ts';
import { describeBusContract } from '../../ports/testing/index.ts';
import { Database } from '../database/database.ts';
import { SilentProxy } from '../testing/silent-proxy.ts';
import { startServer, usePostgres } from '../testing/use-postgres.ts';
import { PostgresBus } from './postgres-bus.ts';

const OF_LISTENERS = "FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()";
const END_LISTENERS = `SELECT pg_terminate_backend(pid) ${OF_LISTENERS}`;
const LISTENERS = `SELECT count(*) AS count ${OF_LISTENERS}`;

/** Has the server end a connection at the moment when something is asked of it next. */
async function breakAtNextQuery(client: Client): Promise<void> {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const query = client.query.bind(client) as (asked: unknown) => Promise<unknown>;
  Object.assign(client, {
    query: async (asked: unknown) => {
      const ended = new Promise<void>((resolve) => client.once('end', resolve));
      process.kill(rows[0]?.pid ?? 0, 'SIGTERM');
      await ended;
      return query(asked);
    },
  });
}

describe('a bus on PostgreSQL', () => {
  const postgres = usePostgres();

  describeBusContract('PostgresBus', () => PostgresBus.open(postgres().database));

  describe('PostgresBus', () => {
    it('listens again after its connection broke, and says that something may be lost', async () => {
      const { database } = postgres();
      const [here, there] = [await PostgresBus.open(database), await PostgresBus.open(database)];
      const lost = new Promise<void>((resolve) => there.watchLosses(resolve));
      const alsoLost = new Promise<void>((resolve) => here.watchLosses(resolve));
      await database.query(END_LISTENERS);
      await Promise.all([lost, alsoLost]);
      const received = new Promise<string>((resolve) => there.subscribe('a', resolve));
      here.publish('a', '喵');
      expect(await received).toBe('喵');
      await Promise.all([here.close(), there.close()]);
    });

    it('listens once, though the connection breaks again while it begins to', async () => {
      const { database } = postgres();
      const [here, there] = [await PostgresBus.open(database), await PostgresBus.open(database)];
      const losses = [here, there].map((bus) => new Promise<void>((resolve) => bus.watchLosses(resolve)));
      const connect = database.connect.bind(database);
      let tries = 0;
      spyOn(database, 'connect').and.callFake(async () => {
        const client = await connect();
        if (++tries <= 2) await breakAtNextQuery(client);
        return client;
      });
      await database.query(END_LISTENERS);
      await Promise.all(losses);
      const listenAgainAt = performance.now();
      await until(() => performance.now() - listenAgainAt > 300);
      expect(await database.query(LISTENERS)).toEqual([{ count: 2 }]);
      await Promise.all([here.close(), there.close()]);
      await until(async () => (await database.query(LISTENERS))[0]?.['count'] === 0);
    });

    it('notices that nothing reaches it any more, though nobody says so, and listens again', async () => {
      const proxy = await SilentProxy.start((await startServer()).port);
      const through = await Database.open(proxy.via(postgres().url));
      const there = await PostgresBus.open(through, { probeIntervalMs: 100 });
      const here = await PostgresBus.open(postgres().database);
      const lost = new Promise<void>((resolve) => there.watchLosses(resolve));
      proxy.cut();
      proxy.mend();
      await lost;
      const received = new Promise<string>((resolve) => there.subscribe('a', resolve));
      here.publish('a', '喵');
      expect(await received).toBe('喵');
      await Promise.all([here.close(), there.close()]);
      await through.close();
      await proxy.stop();
    });
  });
});

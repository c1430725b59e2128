import { setImmediate as turnOfLoop } from 'node:timers/promises';
import { until } from '../../../testing/index.ts';
import { SilentProxy } from '../testing/silent-proxy.ts';
import { startServer, usePostgres } from '../testing/use-postgres.ts';
import { Database } from './database.ts';

describe('a database of PostgreSQL', () => {
  const postgres = usePostgres();

  beforeEach(() => postgres().database.query('CREATE TABLE counts (id integer PRIMARY KEY, count bigint NOT NULL)'));

  it('keeps all of a transaction or nothing, and then does what was to follow', async () => {
    const { database } = postgres();
    const committed: string[] = [];
    const failing = database.transaction(async (transaction) => {
      transaction.afterCommit(() => committed.push('never'));
      await transaction.query('INSERT INTO counts VALUES ($1, $2)', [1, 1]);
      throw new Error('no');
    });
    await expectAsync(failing).toBeRejectedWithError('no');
    await database.transaction(async (transaction) => {
      transaction.afterCommit(() => committed.push('once'));
      await transaction.query('INSERT INTO counts VALUES ($1, $2)', [2, 2]);
      expect(committed).toEqual([]);
    });
    expect(committed).toEqual(['once']);
    expect(await database.query('SELECT id, count FROM counts')).toEqual([{ id: 2, count: 2 }]);
  });

  it('runs a transaction again that met another one', async () => {
    const { database } = postgres();
    await database.query('INSERT INTO counts VALUES (1, 0), (2, 0)');
    let runs = 0;
    let bothHaveOne: () => void = () => undefined;
    const meeting = new Promise<void>((resolve) => (bothHaveOne = resolve));
    const addTo = (first: number, second: number) =>
      database.transaction(async (transaction) => {
        const count = 'UPDATE counts SET count = count + 1 WHERE id = $1';
        await transaction.query(count, [first]);
        runs += 1;
        if (runs === 2) bothHaveOne();
        await meeting;
        await transaction.query(count, [second]);
      });
    await Promise.all([addTo(1, 2), addTo(2, 1)]);
    // On a busy machine it may meet the other one once more: who waits for a row is woken after its lock is free.
    expect(runs).toBeGreaterThanOrEqual(3);
    expect(await database.query('SELECT sum(count) AS sum FROM counts')).toEqual([{ sum: 4 }]);
  });

  it('waits for a server that restarts', async () => {
    const server = await startServer();
    const { database } = postgres();
    await server.stop();
    const starting = server.run();
    await database.transaction((transaction) => transaction.query('INSERT INTO counts VALUES (3, 3)'));
    expect(await database.query('SELECT id FROM counts')).toEqual([{ id: 3 }]);
    await starting;
  });

  it('gives up an answer that can’t come, and does it again on another connection', async () => {
    const proxy = await SilentProxy.start((await startServer()).port);
    const through = await Database.open(proxy.via(postgres().url), { statementLimitMs: 300 });
    await through.query('SELECT 1');
    proxy.cut();
    proxy.mend();
    await through.transaction((transaction) => transaction.query('INSERT INTO counts VALUES (4, 4)'));
    expect(await postgres().database.query('SELECT id FROM counts')).toEqual([{ id: 4 }]);
    await through.close();
    await proxy.stop();
  });

  it('does again what the server has taken to be given up', async () => {
    const { database } = postgres();
    let runs = 0;
    await database.transaction(async (transaction) => {
      runs += 1;
      if (runs === 1) throw Object.assign(new Error('terminating connection'), { code: '25P03' });
      await transaction.query('INSERT INTO counts VALUES (5, 5)');
    });
    expect(await database.query('SELECT id FROM counts')).toEqual([{ id: 5 }]);
  });

  it('tells of no fault once it is closed, whatever the server says yet', async () => {
    const faults: unknown[] = [];
    const closed = await Database.open(postgres().url, { connections: 1, onFault: (error) => faults.push(error) });
    const [backend] = await closed.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    process.kill(backend?.pid ?? 0, 'SIGTERM');
    // Its last words are there, and not read yet, when it is closed.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    await closed.close();
    const isGone = 'SELECT count(*) AS count FROM pg_stat_activity WHERE pid = $1';
    await until(async () => (await postgres().database.query(isGone, [backend?.pid ?? 0]))[0]?.['count'] === 0);
    await turnOfLoop();
    expect(faults).toEqual([]);
  });

  it('says that a password is wrong without saying it', async () => {
    const url = postgres().url.replace(/:[^:@]+@/, ':secret@');
    await expectAsync(Database.open(url)).toBeRejectedWithError(/^(?!.*secret).*password authentication failed/);
  });
});

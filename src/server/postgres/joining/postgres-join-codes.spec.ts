import { randomUUID } from 'node:crypto';
import { describeJoinCodesContract } from '../../ports/testing/index.ts';
import { usePostgres } from '../testing/use-postgres.ts';
import { PostgresJoinCodes } from './postgres-join-codes.ts';

describe('join codes on PostgreSQL', () => {
  const postgres = usePostgres();

  function open(): PostgresJoinCodes {
    return new PostgresJoinCodes(postgres().database, 'an epoch');
  }

  describeJoinCodesContract('PostgresJoinCodes', () =>
    Promise.resolve({
      here: open(),
      there: open(),
      passMs: async (ms) => {
        await postgres().database.query("UPDATE join_codes SET ends_at = ends_at - $1 * interval '1 ms'", [ms]);
      },
    }),
  );

  it('are not in the database, nor are the user codes that they lead to, nor is what is over', async () => {
    const codes = open();
    const userCode = randomUUID();
    const { joinCode } = await codes.issue(userCode);
    const stored = JSON.stringify(await postgres().database.query('SELECT * FROM join_codes'));
    for (const secret of [userCode, joinCode]) expect(stored.toLowerCase()).not.toContain(secret.toLowerCase());
    await postgres().database.query('UPDATE join_codes SET ends_at = now()');
    await codes.issue(randomUUID());
    expect((await postgres().database.query('SELECT owner FROM join_codes')).length).toBe(1);
  });

  it('a join code is of its own database alone', async () => {
    const { joinCode } = await open().issue(randomUUID());
    expect(await new PostgresJoinCodes(postgres().database, 'another epoch').redeem(joinCode)).toBeUndefined();
  });
});

import { usePostgres } from '../testing/use-postgres.ts';
import { StoredTotals } from './stored-totals.ts';

describe('StoredTotals', () => {
  const postgres = usePostgres();

  const addMessages = (from: number, to: number) =>
    postgres().database.query(
      `WITH known AS (INSERT INTO codes (code, last_seq) VALUES ('a', 9) ON CONFLICT (code) DO UPDATE SET last_seq = 9 RETURNING id)
       INSERT INTO messages (code_id, seq, ts, body) SELECT id, seq, 0, '{}' FROM known, generate_series($1::bigint, $2::bigint) AS seq`,
      [from, to],
    );

  it('are good for a while, and those of before for as long as it takes to count anew', async () => {
    const { database } = postgres();
    const totals = new StoredTotals(database);
    const counted = spyOn(database, 'transaction').and.callThrough();
    await addMessages(1, 2);
    expect((await totals.read()).messages).toBe(2);
    await addMessages(3, 5);
    expect((await totals.read()).messages).toBe(2);
    expect(counted).toHaveBeenCalledTimes(1);
    const later = performance.now() + 10 * 60_000;
    spyOn(performance, 'now').and.returnValue(later);
    expect((await totals.read()).messages).toBe(2);
    expect(counted).toHaveBeenCalledTimes(2);
    await counted.calls.mostRecent().returnValue;
    expect((await totals.read()).messages).toBe(5);
  });
});

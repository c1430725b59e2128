import { usePostgres } from '../testing/use-postgres.ts';
import { PostgresSharedRates } from './postgres-shared-rates.ts';

const LIMIT = { perSecond: 0.1, burst: 3 };

describe('allowances on PostgreSQL', () => {
  const postgres = usePostgres();

  const open = (): PostgresSharedRates => new PostgresSharedRates(postgres().database);

  function passMs(ms: number): Promise<unknown> {
    return postgres().database.query("UPDATE allowances SET full_at = full_at - $1 * interval '1 ms'", [ms]);
  }

  it('are spent by all processes together, at once too, and fill up again', async () => {
    const [here, there] = [open(), open()];
    const spend = (_: unknown, index: number) => (index % 2 === 0 ? here : there).spend('a', LIMIT);
    const waits = await Promise.all(Array.from({ length: 8 }, spend));
    expect(waits.filter((waitMs) => waitMs === 0).length).toBe(3);
    for (const waitMs of waits.filter((each) => each !== 0)) expect(waitMs).toBeLessThanOrEqual(10_000);
    expect(await open().spend('a', LIMIT)).toBeGreaterThan(5_000);
    await passMs(10_000);
    expect(await open().spend('a', LIMIT)).toBe(0);
    expect(await open().spend('a', LIMIT)).toBeGreaterThan(0);
  });

  it('are everybody’s own, and forgotten when they are whole', async () => {
    for (let count = 0; count < 4; count++) await open().spend('a', LIMIT);
    expect(await open().spend('b', LIMIT)).toBe(0);
    await passMs(1_000_000);
    expect(await open().spend('c', LIMIT)).toBe(0);
    expect(await postgres().database.query('SELECT who FROM allowances')).toEqual([{ who: 'c' }]);
  });
});

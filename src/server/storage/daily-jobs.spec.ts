import { useFakeClock } from '../../testing/index.ts';
import { DailyJobs } from './daily-jobs.ts';
import { SqliteFile } from './sqlite-file.ts';

const HOUR_MS = 60 * 60 * 1_000;

describe('DailyJobs', () => {
  const clock = useFakeClock(new Date('2026-01-31T21:00:00Z'));
  const [one, other] = [
    { code: 'a', address: '192.0.2.1' },
    { code: 'b', address: '192.0.2.1' },
  ];
  let file: SqliteFile;

  beforeEach(() => (file = SqliteFile.open(':memory:')));
  afterEach(() => file.close());

  it('gives each code and each address so many a day, until midnight UTC', () => {
    const jobs = new DailyJobs(file, { perCode: 2, perAddress: 3 });
    jobs.add(one);
    expect(jobs.findUsed(one)).toBeUndefined();
    jobs.add(one);
    expect(jobs.findUsed(one)).toEqual({ quotaOf: 'code', limit: 2, retryAfterMs: 3 * HOUR_MS });
    expect(jobs.findUsed(other)).toBeUndefined();
    jobs.add(other);
    expect(jobs.findUsed(other)).toEqual({ quotaOf: 'address', limit: 3, retryAfterMs: 3 * HOUR_MS });
    clock.tick(3 * HOUR_MS);
    expect([one, other].map((owner) => jobs.findUsed(owner))).toEqual([undefined, undefined]);
  });

  it('knows of them after a restart, and stores no day that is over', () => {
    new DailyJobs(file, { perCode: 1, perAddress: 9 }).add(one);
    const jobs = new DailyJobs(file, { perCode: 1, perAddress: 9 });
    expect(jobs.findUsed(one)?.quotaOf).toBe('code');
    clock.tick(24 * HOUR_MS);
    jobs.add(other);
    expect(file.prepare('SELECT count(*) AS count FROM daily_jobs').get()?.['count']).toBe(2);
  });
});

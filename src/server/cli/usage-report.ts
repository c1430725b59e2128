import type { Queryable } from '../postgres/database/transaction.ts';
import type { SqliteFile } from '../storage/sqlite-file.ts';

/** What was done on one day, as far as it is still stored. */
export interface DayOfUse {
  /** In UTC: `2026-01-31`. */
  readonly day: string;
  /** User codes that were sent messages. */
  readonly codes: number;
  readonly messages: number;
  /** Jobs that ended. */
  readonly jobs: number;
}

/** What was done on each day that something is stored of, the oldest first. */
export function usageByDay(file: SqliteFile): readonly DayOfUse[] {
  const days = file.prepare(`
    SELECT day, sum(codes) AS codes, sum(messages) AS messages, sum(jobs) AS jobs FROM (
      SELECT date(ts / 1000, 'unixepoch') AS day, count(DISTINCT code_id) AS codes, count(*) AS messages, 0 AS jobs
      FROM messages GROUP BY day
      UNION ALL
      SELECT date(ended_at / 1000, 'unixepoch') AS day, 0, 0, count(*) FROM jobs WHERE ended_at IS NOT NULL GROUP BY day
    ) GROUP BY day ORDER BY day`);
  return days.all().map(({ day, codes, messages, jobs }) => ({
    day: String(day),
    codes: Number(codes),
    messages: Number(messages),
    jobs: Number(jobs),
  }));
}

/** The same of a database. */
export async function usageByDayOf(database: Queryable): Promise<readonly DayOfUse[]> {
  const dayOf = (time: string): string => `to_char(to_timestamp(${time} / 1000) AT TIME ZONE 'UTC', 'YYYY-MM-DD')`;
  return database.query<{ day: string; codes: number; messages: number; jobs: number }>(`
    SELECT day, sum(codes) AS codes, sum(messages) AS messages, sum(jobs) AS jobs FROM (
      SELECT ${dayOf('ts')} AS day, count(DISTINCT code_id) AS codes, count(*) AS messages, 0 AS jobs
      FROM messages GROUP BY 1
      UNION ALL
      SELECT ${dayOf('ended_at')} AS day, 0, 0, count(*) FROM jobs WHERE ended_at IS NOT NULL GROUP BY 1
    ) AS days GROUP BY day ORDER BY day`);
}

import type { Queryable } from './transaction.ts';

/** Where each is off, PostgreSQL says that something is stored before it is. */
const SETTINGS = ['fsync', 'synchronous_commit'] as const;

/** A line for whoever starts a gateway on a database that may lose what it has said to be stored; undefined where it keeps it. */
export async function durabilityWarning(database: Queryable): Promise<string | undefined> {
  const rows = await database.query<{ name: string }>(
    "SELECT name FROM pg_settings WHERE name = ANY ($1::text[]) AND setting = 'off' ORDER BY name",
    [SETTINGS],
  );
  if (rows.length === 0) return undefined;
  const names = rows.map(({ name }) => name).join(' and ');
  return `PostgreSQL has ${names} off: what people were told is accepted may be lost when it crashes. Set it to on.`;
}

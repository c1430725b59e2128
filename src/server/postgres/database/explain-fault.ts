import { codeOf, isUnreachable } from './connection-faults.ts';
import { NewerSchemaError } from './migrate.ts';

/** Where a database is, for people: without what its address may have of a password. */
export function placeOfDatabase(url: string): string {
  const { host, pathname } = new URL(url);
  return `PostgreSQL at ${host || 'localhost'}${pathname}`;
}

/** Why a database can't be used, in a line for people without a secret; undefined where the error is no fault of a database's. */
export function explainDatabaseFault(error: unknown, url: string): string | undefined {
  const place = placeOfDatabase(url);
  const { username, pathname } = new URL(url);
  const code = codeOf(error);
  if (error instanceof NewerSchemaError)
    return `The data in ${place} were written by a newer version: start that one, or a later one.`;
  if (error instanceof Error && error.message.includes('SASL'))
    return `${place} asks for a password: DATABASE_URL has none.`;
  switch (code) {
    case '28P01':
    case '28000':
      return `${place} does not let ${username || 'this user'} in: mend the user or the password in DATABASE_URL.`;
    case '3D000':
      return `There is no database ${pathname.slice(1)} in ${place}: make it with createdb, or mend DATABASE_URL.`;
    case '42501':
      return `${username || 'This user'} may not make tables in ${place}: make it the owner of the database.`;
    case '42P07':
      return `${place} has tables of something else: name a database of its own in DATABASE_URL.`;
    case '53100':
      return `The disk of ${place} is full: make room on it.`;
    case '25006':
      return `${place} can only be read: name the one that can be written in DATABASE_URL.`;
    case '53300':
      return `${place} has no connection left: raise its max_connections, or stop what does not need one.`;
    case 'ENOTFOUND':
      return `There is no host of that name: ${place}. Mend DATABASE_URL.`;
  }
  if (isUnreachable(error))
    return `${place} can’t be reached${code === '' ? '' : ` (${code})`}: start it, or mend DATABASE_URL.`;
  return undefined;
}

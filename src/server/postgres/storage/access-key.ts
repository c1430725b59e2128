import { randomBytes } from 'node:crypto';
import type { Queryable } from '../database/transaction.ts';

const BYTES = 32;

/** The key that passes and links are signed with, which all gateways of a database share; made where it is missing. */
export async function sharedAccessKey(database: Queryable): Promise<Uint8Array> {
  const [row] = await database.query<{ access_key: string }>(
    'UPDATE log SET access_key = coalesce(access_key, $1) RETURNING access_key',
    [randomBytes(BYTES).toString('base64url')],
  );
  const key = Buffer.from(row?.access_key ?? '', 'base64url');
  if (key.length < BYTES) throw new Error('the database holds no key to sign with');
  return key;
}

import { messageOf } from '../../messages/envelope.ts';
import type { DurableMessage, LogExtent, StoredMessage } from '../../ports/index.ts';
import type { Queryable } from '../database/transaction.ts';

/** The newest `seq` ever given to a code; 0 where there is none. */
export async function lastSeqOf(database: Queryable, code: string): Promise<number> {
  const [row] = await database.query<{ last_seq: number }>('SELECT last_seq FROM codes WHERE code = $1', [code]);
  return row?.last_seq ?? 0;
}

/** The same of many codes; those that have none are left out. */
export async function lastSeqsOf(
  database: Queryable,
  codes: readonly string[],
): Promise<readonly (readonly [code: string, seq: number])[]> {
  const rows = await database.query<{ code: string; last_seq: number }>(
    'SELECT code, last_seq FROM codes WHERE code = ANY ($1::text[])',
    [codes],
  );
  return rows.map(({ code, last_seq: seq }) => [code, seq]);
}

/** So many messages of a code after a `seq`, oldest first, as they are stored. */
export async function readStored(
  database: Queryable,
  { code, after, count }: { readonly code: string; readonly after: number; readonly count?: number },
): Promise<readonly StoredMessage[]> {
  return database.query<{ seq: number; text: string }>(
    `SELECT seq, body AS text FROM messages
     WHERE code_id = (SELECT id FROM codes WHERE code = $1) AND seq > $2 ORDER BY seq LIMIT $3`,
    [code, after, count ?? null],
  );
}

/** Which messages of a code are stored. */
export async function extentOf(database: Queryable, code: string): Promise<LogExtent> {
  const [row] = await database.query<{ last_seq: number; first_seq: number | null }>(
    `SELECT last_seq, (SELECT min(seq) FROM messages WHERE code_id = codes.id) AS first_seq FROM codes WHERE code = $1`,
    [code],
  );
  const lastSeq = row?.last_seq ?? 0;
  return { firstSeq: row?.first_seq ?? lastSeq + 1, lastSeq };
}

/** A code's message of an id that was stored since a time; undefined where there is none, also none that is about to be. */
export async function findAppended(
  database: Queryable,
  code: string,
  { id, since }: { readonly id: string; readonly since: number },
): Promise<DurableMessage | undefined> {
  // Waits for whoever appends to the code now.
  const [row] = await database.query<{ id: number }>('SELECT id FROM codes WHERE code = $1 FOR UPDATE', [code]);
  if (row === undefined) return undefined;
  const stored = await database.query<{ body: string }>(
    'SELECT body FROM messages WHERE code_id = $1 AND ts >= $2 ORDER BY seq',
    [row.id, since],
  );
  return stored.map(({ body }) => messageOf(body) as DurableMessage).find((message) => message.id === id);
}

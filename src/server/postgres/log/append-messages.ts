import { envelope } from '../../messages/envelope.ts';
import { mediaNamesIn } from '../../messages/media-names.ts';
import type { DurableMessage, MessageDraft } from '../../ports/index.ts';
import type { Queryable } from '../database/transaction.ts';

/** What was appended, and to which row of `codes`. */
export interface Appended {
  readonly codeId: number;
  readonly messages: readonly DurableMessage[];
}

/**
 * Stores messages under the next `seq`s of a code, and holds its row until the transaction ends: none is skipped, and none is
 * seen early. One statement, since whoever else appends to the code waits for its answer: the server puts the `seq`s into the
 * texts.
 */
export async function appendMessages(
  database: Queryable,
  code: string,
  drafts: readonly MessageDraft[],
): Promise<Appended> {
  const open = drafts.map((draft) => envelope(draft));
  const [row] = await database.query<{ id: number; last_seq: number }>(
    `WITH reserved AS (
       INSERT INTO codes (code, last_seq) VALUES ($1, $2)
       ON CONFLICT (code) DO UPDATE SET last_seq = codes.last_seq + excluded.last_seq RETURNING id, last_seq
     ), added AS (
       INSERT INTO messages (code_id, seq, ts, body)
       SELECT id, last_seq - $2 + place, ts, beginning || (last_seq - $2 + place) || '}'
       FROM reserved, unnest($3::bigint[], $4::text[]) WITH ORDINALITY AS texts (ts, beginning, place)
     )
     SELECT id, last_seq FROM reserved`,
    [code, drafts.length, open.map(({ ts }) => ts), open.map(beginningOf)],
  );
  if (row === undefined) throw new Error('the code has no row');
  const messages = open.map((message, index) => ({ ...message, seq: row.last_seq - drafts.length + 1 + index }));
  await insertMentions(database, row.id, messages);
  return { codeId: row.id, messages };
}

/** The text of a durable message up to its `seq`, which comes last. */
function beginningOf(message: ReturnType<typeof envelope>): string {
  return `${JSON.stringify(message).slice(0, -1)},"seq":`;
}

async function insertMentions(database: Queryable, codeId: number, messages: readonly DurableMessage[]): Promise<void> {
  const mentions = messages.flatMap((message) => mediaNamesIn(message).map((name) => ({ name, seq: message.seq })));
  if (mentions.length === 0) return;
  await database.query(
    `INSERT INTO media (name, code_id, seq)
     SELECT name, $1, seq FROM unnest($2::text[], $3::bigint[]) AS mentions (name, seq) ON CONFLICT DO NOTHING`,
    [codeId, mentions.map(({ name }) => name), mentions.map(({ seq }) => seq)],
  );
}

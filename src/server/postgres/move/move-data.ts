import { FOUND_ADDRESS } from '../../media-stores/media-ledger.ts';
import type { SqliteFile } from '../../storage/sqlite-file.ts';
import type { Database } from '../database/database.ts';
import type { Transaction } from '../database/transaction.ts';
import { keyOf, readPage, type RowKey, writePage } from './copy-page.ts';
import { type Counts, countsOfDatabase, countsOfFile, isSameCount } from './counts.ts';
import { COUNTERS, MOVED_TABLES } from './moved-tables.ts';

export interface MoveOptions {
  /** What passes and links are signed with; undefined where nobody has made it yet. */
  readonly accessKey?: string | undefined;
  /** Rows that are moved at once. Default 1,000. */
  readonly pageSize?: number;
  /** Called after each page with the name of its table. */
  readonly onPage?: (table: string) => void;
  /** Does what else has to be done before a gateway may use the database; where it rejects, the move is not finished. */
  readonly beforeEnd?: () => Promise<void>;
}

/** Why data can't be moved, in a line for people. */
export class MoveError extends Error {
  override readonly name = 'MoveError';
}

/** There is nothing more to move. */
export class AlreadyMovedError extends MoveError {
  constructor() {
    super('These data have been moved there already.');
  }
}

/** How far a move is. */
interface Place {
  /** Of the table that is being moved. */
  readonly table: number;
  /** Its last row that was; absent where none was. */
  readonly after?: RowKey;
}

const PAGE = 1_000;

/**
 * Moves everything from a SQLite file, which nobody may write into meanwhile, into a database with the schema that nobody
 * uses yet. Page by page, each in one transaction with how far it is: a move that was interrupted goes on there. The epoch
 * stays the same, so that clients notice nothing. Rejects with a {@link MoveError}, and with either database's error.
 */
export async function moveData(file: SqliteFile, database: Database, options: MoveOptions = {}): Promise<Counts> {
  const { pageSize = PAGE, onPage = () => undefined, beforeEnd } = options;
  const counts = countsOfFile(file);
  let place = await database.transaction((transaction) => begin(transaction, file, counts, options));
  for (;;) {
    const table = MOVED_TABLES[place.table];
    if (table === undefined) break;
    const rows = readPage(file, table, { after: place.after, count: pageSize });
    const last = rows.length < pageSize ? undefined : rows.at(-1);
    const next = last === undefined ? { table: place.table + 1 } : { table: place.table, after: keyOf(table, last) };
    await database.transaction(async (transaction) => {
      if (rows.length > 0) await writePage(transaction, table, rows);
      await transaction.query('UPDATE moves SET place = $1 WHERE epoch = $2', [JSON.stringify(next), file.epoch]);
    });
    onPage(table.name);
    place = next;
  }
  await beforeEnd?.();
  await database.transaction((transaction) => finish(transaction, file, counts));
  return counts;
}

/** Makes the database the move's own, or finds where it stopped. */
async function begin(
  transaction: Transaction,
  file: SqliteFile,
  counts: Counts,
  { accessKey }: MoveOptions,
): Promise<Place> {
  await transaction.query('LOCK TABLE moves');
  const gateways = await transaction.query(
    `SELECT FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'ask-kitten' AND query LIKE 'LISTEN%'`,
  );
  if (gateways.length > 0) throw new MoveError('A gateway or a worker uses the database: stop it first.');
  const [known] = await transaction.query<{ counted: Counts; place: Place | null; finished_at: Date | null }>(
    'SELECT counted, place, finished_at FROM moves WHERE epoch = $1',
    [file.epoch],
  );
  if (known === undefined) return occupy(transaction, file, { counts, accessKey });
  if (known.finished_at !== null) throw new AlreadyMovedError();
  if (!isSameCount(known.counted, counts))
    throw new MoveError('The data have changed since the move began: take an empty database, and move again.');
  return known.place ?? { table: 0 };
}

async function occupy(
  transaction: Transaction,
  file: SqliteFile,
  { counts, accessKey }: { readonly counts: Counts; readonly accessKey: string | undefined },
): Promise<Place> {
  // A gateway that was only tried on it has found the media of the folder, and noted them as nobody's.
  await transaction.query('DELETE FROM stored_media WHERE address = $1', [FOUND_ADDRESS]);
  const tables = ['moves', ...MOVED_TABLES.map(({ name }) => name)];
  const used = await transaction.query(tables.map((name) => `(SELECT 1 FROM ${name} LIMIT 1)`).join(' UNION ALL '));
  if (used.length > 0) throw new MoveError('The database has data of another gateway: take an empty one.');
  const trimmedAt = file.prepare('SELECT trimmed_at FROM log').get()?.['trimmed_at'];
  await transaction.query('UPDATE log SET epoch = $1, trimmed_at = $2, access_key = $3', [
    file.epoch,
    typeof trimmedAt === 'number' ? trimmedAt : null,
    accessKey ?? null,
  ]);
  await transaction.query('INSERT INTO moves (epoch, counted) VALUES ($1, $2)', [file.epoch, JSON.stringify(counts)]);
  return { table: 0 };
}

/** Sees that all is there, and sets the database free. */
async function finish(transaction: Transaction, file: SqliteFile, counts: Counts): Promise<void> {
  // To count a large table takes its time.
  await transaction.liftLimit();
  const isWhole = isSameCount(await countsOfDatabase(transaction), counts) && isSameCount(countsOfFile(file), counts);
  if (!isWhole)
    throw new MoveError('The data have changed while they were moved: take an empty database, and move again.');
  for (const { table, column } of COUNTERS) {
    await transaction.query(
      `SELECT setval(pg_get_serial_sequence('${table}', '${column}'), (SELECT max(${column}) FROM ${table}))`,
    );
  }
  await transaction.query('UPDATE moves SET finished_at = now() WHERE epoch = $1', [file.epoch]);
}

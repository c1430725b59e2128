import type { Row as SqliteRow, SqliteFile } from '../../storage/sqlite-file.ts';
import type { Queryable } from '../database/transaction.ts';
import type { MovedTable } from './moved-tables.ts';

/** The values of a row's key. */
export type RowKey = readonly (string | number)[];

/** So many rows of a table after a key, in its order. */
export function readPage(
  file: SqliteFile,
  { name, key, columns }: MovedTable,
  { after, count }: { readonly after: RowKey | undefined; readonly count: number },
): readonly SqliteRow[] {
  const selected = columns.map((column) => `${column.from ?? column.name} AS ${column.name}`).join();
  const beyond = after === undefined ? '' : `WHERE (${key.join()}) > (${key.map(() => '?').join()})`;
  const sql = `SELECT ${selected} FROM ${name} ${beyond} ORDER BY ${key.join()} LIMIT ?`;
  return file.prepare(sql).all(...(after ?? []), count);
}

/** Writes rows into the table of the same name. */
export async function writePage(database: Queryable, table: MovedTable, rows: readonly SqliteRow[]): Promise<void> {
  const names = table.columns.map(({ name }) => name).join();
  const arrays = table.columns.map(({ type }, index) => `$${index + 1}::${type}[]`).join();
  const values = table.columns.map(({ name }) => rows.map((row) => valueOf(row[name])));
  await database.query(`INSERT INTO ${table.name} (${names}) SELECT * FROM unnest(${arrays})`, values);
}

/** The key of a row. */
export function keyOf({ key }: MovedTable, row: SqliteRow): RowKey {
  return key.map((column) => valueOf(row[column]) ?? '');
}

function valueOf(value: SqliteRow[string] | undefined): string | number | null {
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

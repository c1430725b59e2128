import { FOUND_ADDRESS, type LedgerEntry, type MediaLedger } from '../media-stores/media-ledger.ts';
import { retryWhileBusy } from './retry-while-busy.ts';
import type { SqliteFile, Statement } from './sqlite-file.ts';

function statementsOf(file: SqliteFile) {
  return {
    add: file.prepare('INSERT INTO stored_media (name, address, bytes, code) VALUES (?, ?, ?, ?)'),
    addFound: file.prepare(
      'INSERT INTO stored_media (name, address, bytes) VALUES (?, ?, ?) ON CONFLICT DO NOTHING RETURNING bytes',
    ),
    remove: file.prepare('DELETE FROM stored_media WHERE name = ? RETURNING bytes'),
    ofAddress: file.prepare('SELECT total(bytes) AS bytes FROM stored_media WHERE address = ?'),
    total: file.prepare('SELECT total(bytes) AS bytes FROM stored_media'),
    names: file.prepare('SELECT name FROM stored_media'),
    ownNames: file.prepare('SELECT name FROM stored_media WHERE address <> ?'),
    knownCode: file.prepare('SELECT 1 FROM codes LIMIT 1'),
    ownName: file.prepare('SELECT 1 FROM stored_media WHERE address <> ? LIMIT 1'),
    owners: file.prepare(
      `SELECT code FROM stored_media WHERE name = ?1 AND code IS NOT NULL
       UNION SELECT code FROM codes WHERE id IN (SELECT code_id FROM media WHERE name = ?1)
         AND NOT EXISTS (SELECT 1 FROM stored_media WHERE name = ?1 AND code IS NOT NULL)`,
    ),
  } satisfies Record<string, Statement>;
}

/** The ledger of media in a SQLite file. */
export class SqliteMediaLedger implements MediaLedger {
  readonly #file: SqliteFile;
  readonly #statements: ReturnType<typeof statementsOf>;
  #totalBytes: number;

  /** The file is its owner's to close. */
  constructor(file: SqliteFile) {
    this.#file = file;
    this.#statements = statementsOf(file);
    this.#totalBytes = Number(this.#statements.total.get()?.['bytes']);
  }

  get totalBytes(): number {
    return this.#totalBytes;
  }

  bytesOf(address: string): number {
    return Number(this.#statements.ofAddress.get(address)?.['bytes']);
  }

  async add({ name, address, bytes, code }: LedgerEntry): Promise<void> {
    const replaced = await retryWhileBusy(() =>
      this.#file.transaction(() => {
        const found = this.#statements.remove.get(name);
        this.#statements.add.run(name, address, bytes, code ?? null);
        return bytesIn(found);
      }),
    );
    this.#totalBytes += bytes - replaced;
  }

  async addFound({ name, address, bytes }: Omit<LedgerEntry, 'code'>): Promise<void> {
    const added = await retryWhileBusy(() => this.#statements.addFound.get(name, address, bytes));
    this.#totalBytes += bytesIn(added);
  }

  async remove(name: string): Promise<void> {
    const removed = await retryWhileBusy(() => this.#statements.remove.get(name));
    this.#totalBytes -= bytesIn(removed);
  }

  /**
   * The key of the code that a medium was saved for. Of one from before that was noted, those that have a message with it:
   * elsewhere a prompt that names another's picture would make it one's own.
   */
  ownersOf(name: string): readonly string[] {
    return this.#statements.owners.all(name).map(({ code }) => String(code));
  }

  names(): Promise<ReadonlySet<string>> {
    return Promise.resolve(new Set(this.#statements.names.all().map(({ name }) => String(name))));
  }

  ownNames(): Promise<ReadonlySet<string>> {
    return Promise.resolve(new Set(this.#statements.ownNames.all(FOUND_ADDRESS).map(({ name }) => String(name))));
  }

  isNew(): Promise<boolean> {
    const { knownCode, ownName } = this.#statements;
    return Promise.resolve(knownCode.get() === undefined && ownName.get(FOUND_ADDRESS) === undefined);
  }
}

function bytesIn(row: ReturnType<Statement['get']>): number {
  return Number(row?.['bytes'] ?? 0);
}

import type { SqliteFile, Statement } from './sqlite-file.ts';

/** A medium, for whom it is stored, and how large it is. */
export interface LedgerEntry {
  readonly name: string;
  /** What counts as an address; empty where it is not known. */
  readonly address: string;
  readonly bytes: number;
  /** The key of the user code that it is for; absent where that is not known. */
  readonly code?: string | undefined;
}

function statementsOf(file: SqliteFile) {
  return {
    add: file.prepare('INSERT OR REPLACE INTO stored_media (name, address, bytes, code) VALUES (?, ?, ?, ?)'),
    remove: file.prepare('DELETE FROM stored_media WHERE name = ? RETURNING bytes'),
    ofAddress: file.prepare('SELECT total(bytes) AS bytes FROM stored_media WHERE address = ?'),
    total: file.prepare('SELECT total(bytes) AS bytes FROM stored_media'),
    names: file.prepare('SELECT name FROM stored_media'),
    owners: file.prepare(
      `SELECT code FROM stored_media WHERE name = ?1 AND code IS NOT NULL
       UNION SELECT code FROM codes WHERE id IN (SELECT code_id FROM media WHERE name = ?1)
         AND NOT EXISTS (SELECT 1 FROM stored_media WHERE name = ?1 AND code IS NOT NULL)`,
    ),
  } satisfies Record<string, Statement>;
}

/** How many bytes of media are stored, over all and for each address. */
export class MediaLedger {
  readonly #statements: ReturnType<typeof statementsOf>;
  #totalBytes: number;

  /** The file is its owner's to close. */
  constructor(file: SqliteFile) {
    this.#statements = statementsOf(file);
    this.#totalBytes = Number(this.#statements.total.get()?.['bytes']);
  }

  get totalBytes(): number {
    return this.#totalBytes;
  }

  bytesOf(address: string): number {
    return Number(this.#statements.ofAddress.get(address)?.['bytes']);
  }

  add({ name, address, bytes, code }: LedgerEntry): void {
    this.#statements.add.run(name, address, bytes, code ?? null);
    this.#totalBytes += bytes;
  }

  remove(name: string): void {
    this.#totalBytes -= Number(this.#statements.remove.get(name)?.['bytes'] ?? 0);
  }

  /**
   * The key of the code that a medium was saved for. Of one from before that was noted, those that have a message with it:
   * elsewhere a prompt that names another's picture would make it one's own.
   */
  ownersOf(name: string): readonly string[] {
    return this.#statements.owners.all(name).map(({ code }) => String(code));
  }

  names(): ReadonlySet<string> {
    return new Set(this.#statements.names.all().map(({ name }) => String(name)));
  }
}

import type { Restrictions } from '../ports/index.ts';
import type { SqliteFile, Statement } from './sqlite-file.ts';

type Listener = (address: string) => void;

function statementsOf(file: SqliteFile) {
  return {
    find: file.prepare('SELECT 1 FROM restrictions WHERE subject = ?'),
    add: file.prepare('INSERT OR IGNORE INTO restrictions (subject) VALUES (?)'),
    remove: file.prepare('DELETE FROM restrictions WHERE subject = ?'),
  } satisfies Record<string, Statement>;
}

/** No address is called so. */
const EVERYBODY = 'everybody';

/** What an operator has forbidden, in a SQLite file: it outlasts a restart. */
export class SqliteRestrictions implements Restrictions {
  readonly #statements: ReturnType<typeof statementsOf>;
  readonly #listeners = new Set<Listener>();

  /** The file is its owner's to close. */
  constructor(file: SqliteFile) {
    this.#statements = statementsOf(file);
  }

  get isPaused(): boolean {
    return this.#statements.find.get(EVERYBODY) !== undefined;
  }

  isBlocked(address: string): boolean {
    return this.#statements.find.get(address) !== undefined;
  }

  watchBlocks(listener: Listener): () => void {
    const own: Listener = (address) => listener(address);
    this.#listeners.add(own);
    return () => void this.#listeners.delete(own);
  }

  pause(): void {
    this.#statements.add.run(EVERYBODY);
  }

  resume(): void {
    this.#statements.remove.run(EVERYBODY);
  }

  block(address: string): void {
    this.#statements.add.run(address);
    for (const listener of this.#listeners) listener(address);
  }

  unblock(address: string): void {
    this.#statements.remove.run(address);
  }
}

import type { Restrictions } from '../ports/index.ts';
import { retryWhileBusy } from './retry-while-busy.ts';
import type { SqliteFile, Statement } from './sqlite-file.ts';

type Listener = (address: string) => void;

function statementsOf(file: SqliteFile) {
  return {
    find: file.prepare('SELECT 1 FROM restrictions WHERE subject = ?'),
    add: file.prepare('INSERT OR IGNORE INTO restrictions (subject) VALUES (?)'),
    remove: file.prepare('DELETE FROM restrictions WHERE subject = ?'),
  } satisfies Record<string, Statement>;
}

/** Stands for everybody where no prompt is taken: no address is called so. */
export const EVERYBODY = 'everybody';

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

  pause(): Promise<void> {
    return this.#add(EVERYBODY);
  }

  resume(): Promise<void> {
    return this.unblock(EVERYBODY);
  }

  async block(address: string): Promise<void> {
    await this.#add(address);
    for (const listener of this.#listeners) listener(address);
  }

  async unblock(address: string): Promise<void> {
    await retryWhileBusy(() => this.#statements.remove.run(address));
  }

  async #add(subject: string): Promise<void> {
    await retryWhileBusy(() => this.#statements.add.run(subject));
  }
}

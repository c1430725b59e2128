import type { Revocations } from '../ports/index.ts';
import type { SqliteFile, Statement } from './sqlite-file.ts';

type Listener = (code: string) => void;

export interface SqliteRevocationsOptions {
  /** How often to poll for new ones, in milliseconds. */
  readonly intervalMs: number;
  /** Called with why a poll failed; the next one tries again. */
  readonly onFault: (error: unknown) => void;
}

/** Revokes a code, for whatever gateway has the file open. */
export function revokeCode(file: SqliteFile, code: string): void {
  file.prepare('INSERT OR IGNORE INTO revoked_codes (code) VALUES (?)').run(code);
}

/** The revoked codes in a SQLite file, into which another process may write. */
export class SqliteRevocations implements Revocations {
  readonly #find: Statement;
  readonly #since: Statement;
  readonly #file: SqliteFile;
  readonly #listeners = new Set<Listener>();
  readonly #onFault: (error: unknown) => void;
  readonly #timer: NodeJS.Timeout;
  #lastPlace: number;

  /** Polls for new ones until `close()`. The file is its owner's to close. */
  constructor(file: SqliteFile, { intervalMs, onFault }: SqliteRevocationsOptions) {
    this.#find = file.prepare('SELECT 1 FROM revoked_codes WHERE code = ?');
    this.#since = file.prepare('SELECT place, code FROM revoked_codes WHERE place > ? ORDER BY place');
    this.#file = file;
    this.#lastPlace = Number(file.prepare('SELECT max(place) AS place FROM revoked_codes').get()?.['place'] ?? 0);
    this.#onFault = onFault;
    this.#timer = setInterval(() => this.#poll(), intervalMs).unref();
  }

  isRevoked(code: string): boolean {
    return this.#find.get(code) !== undefined;
  }

  /** Revokes a code. Whoever watches is told of it at the next poll, as if another process had done so. */
  revoke(code: string): void {
    revokeCode(this.#file, code);
  }

  watch(listener: Listener): () => void {
    const own: Listener = (code) => listener(code);
    this.#listeners.add(own);
    return () => void this.#listeners.delete(own);
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #poll(): void {
    try {
      for (const { place, code } of this.#since.all(this.#lastPlace)) {
        this.#lastPlace = Number(place);
        for (const listener of this.#listeners) listener(String(code));
      }
    } catch (error) {
      this.#onFault(error);
    }
  }
}

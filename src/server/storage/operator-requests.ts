import type { Row, SqliteFile, Statement } from './sqlite-file.ts';

/**
 * What an operator may ask of the gateway that has the data open: the end of a job, or of all that a code has; that no prompt is
 * taken for a while, or nothing of an address.
 */
export type OperatorAction = 'cancel-job' | 'delete-code' | 'pause' | 'resume' | 'block' | 'unblock';

/** Does it to a job by its id, the key of a code, an address, or nothing in particular; resolves with whether that is done, or is to be tried again. */
export type OperatorActions = Readonly<Record<OperatorAction, (subject: string) => Promise<boolean>>>;

export interface OperatorRequestsOptions {
  readonly actions: OperatorActions;
  /** How often to look for new ones, in milliseconds. */
  readonly intervalMs: number;
  /** Called with why one could not be done; the next look tries it again. */
  readonly onFault: (error: unknown) => void;
}

/** Asks for something, from whatever process; returns the request's place. */
export function addRequest(file: SqliteFile, action: OperatorAction, subject: string): number {
  const row = file
    .prepare('INSERT INTO operator_requests (action, subject) VALUES (?, ?) RETURNING place')
    .get(action, subject);
  return Number(row?.['place']);
}

/** Whether a request still waits to be done. */
export function isPending(file: SqliteFile, place: number): boolean {
  return file.prepare('SELECT 1 FROM operator_requests WHERE place = ?').get(place) !== undefined;
}

/** Does what other processes have asked for through a SQLite file, one after the other, and forgets what is done. */
export class OperatorRequests {
  readonly #all: Statement;
  readonly #remove: Statement;
  readonly #options: OperatorRequestsOptions;
  readonly #timer: NodeJS.Timeout;
  #isBusy = false;

  /** Looks for new ones until `close()`. The file is its owner's to close. */
  constructor(file: SqliteFile, options: OperatorRequestsOptions) {
    this.#all = file.prepare('SELECT place, action, subject FROM operator_requests ORDER BY place');
    this.#remove = file.prepare('DELETE FROM operator_requests WHERE place = ?');
    this.#options = options;
    this.#timer = setInterval(() => void this.#poll(), options.intervalMs).unref();
  }

  close(): void {
    clearInterval(this.#timer);
  }

  async #poll(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      for (const row of this.#all.all()) await this.#answer(row);
    } catch (error) {
      this.#options.onFault(error);
    } finally {
      this.#isBusy = false;
    }
  }

  /** Never rejects: one that can't be done must not keep the others waiting. */
  async #answer({ place, action, subject }: Row): Promise<void> {
    try {
      const isDone = await this.#options.actions[String(action) as OperatorAction](String(subject));
      if (isDone) this.#remove.run(Number(place));
    } catch (error) {
      this.#options.onFault(error);
    }
  }
}

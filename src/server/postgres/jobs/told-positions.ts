import type { Job, JobHandler } from '../../ports/index.ts';
import { FairOrder, type TurnState } from '../../schedule/fair-order.ts';
import { type Positioned, PositionReports } from '../../schedule/position-reports.ts';
import type { Database } from '../database/database.ts';
import type { Row } from '../database/transaction.ts';
import { IS_WAITING, JOB_COLUMNS, JOBS, jobOf } from './job-rows.ts';

export interface ToldPositionsOptions {
  readonly isRunningHere: (jobId: string) => boolean;
  /** Something may have changed that was not looked at yet. */
  readonly onDue: () => void;
}

interface Entry extends Positioned {
  readonly job: Job;
}

/** How often those that wait are looked at, at most, in milliseconds; and where many do: all of them are read each time. */
const INTERVAL_MS = 100;
const INTERVAL_OF_MANY_MS = 1_000;
const MANY = 200;

/** Tells all that wait, whichever process took them in, their positions: one process does so for all. */
export class ToldPositions {
  readonly #database: Database;
  readonly #handler: JobHandler;
  readonly #options: ToldPositionsOptions;
  readonly #entries = new Map<string, Entry>();
  #lanes: readonly (readonly Entry[])[] = [];
  #lookedAt = -Infinity;
  #timer: NodeJS.Timeout | undefined;
  readonly #reports = new PositionReports<Entry>({
    count: () => this.#entries.size,
    lanes: () => this.#lanes,
    isWaiting: (entry) => this.#entries.get(entry.job.id) === entry,
    report: ({ job }, position) => this.#handler.reportPosition(job, position),
  });

  constructor(database: Database, handler: JobHandler, options: ToldPositionsOptions) {
    this.#database = database;
    this.#handler = handler;
    this.#options = options;
  }

  /** Looks who waits, and tells what has changed; where it has just done so, it asks to be called again. */
  async update(): Promise<void> {
    const now = performance.now();
    const dueInMs = this.#lookedAt + (this.#entries.size > MANY ? INTERVAL_OF_MANY_MS : INTERVAL_MS) - now;
    if (dueInMs > 0) {
      this.#timer ??= setTimeout(() => this.#askAgain(), dueInMs).unref();
      return;
    }
    this.#lookedAt = now;
    const rows = await this.#database.query(
      `SELECT jobs.id, jobs.turn, jobs.lane, jobs.address, jobs.code_id FROM jobs WHERE ${IS_WAITING} ORDER BY jobs.turn`,
    );
    await this.#learn(rows.map(({ id }) => String(id)));
    const turns = await this.#database.query<{ id: string; turns: TurnState | null }>('SELECT id, turns FROM lanes');
    const turnsOf = new Map(turns.map((lane) => [lane.id, lane.turns ?? undefined]));
    this.#lanes = [...byLane(rows)].map(([lane, ofLane]) => this.#inOrder(ofLane, turnsOf.get(lane)));
    this.#reports.update();
  }

  /** Leaves it to another process. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#reports.close();
    this.#lanes = [];
    for (const id of [...this.#entries.keys()]) this.#forget(id);
  }

  #askAgain(): void {
    this.#timer = undefined;
    this.#options.onDue();
  }

  /** Reads the jobs that wait and are not known yet, and forgets those that wait no more. */
  async #learn(waiting: readonly string[]): Promise<void> {
    const ids = new Set(waiting);
    for (const id of [...this.#entries.keys()]) if (!ids.has(id)) this.#forget(id);
    const unknown = waiting.filter((id) => !this.#entries.has(id));
    if (unknown.length === 0) return;
    const sql = `SELECT ${JOB_COLUMNS} FROM ${JOBS} WHERE jobs.id = ANY($1::text[])`;
    for (const row of await this.#database.query(sql, [unknown])) {
      const job = jobOf(row);
      this.#entries.set(job.id, { job, position: 0 });
    }
  }

  #inOrder(rows: readonly Row[], turns: TurnState | undefined): readonly Entry[] {
    const order = new FairOrder<{ owner: Job; place: number; entry: Entry }>(turns);
    for (const { id, turn } of rows) {
      const entry = this.#entries.get(String(id));
      if (entry !== undefined) order.add({ owner: entry.job, place: Number(turn), entry });
    }
    return order.inOrder().map(({ entry }) => entry);
  }

  #forget(id: string): void {
    const entry = this.#entries.get(id);
    this.#entries.delete(id);
    // Of one that runs here, what holds now is how far it is.
    if (entry !== undefined && !this.#options.isRunningHere(id)) this.#handler.forgetPosition?.(entry.job);
  }
}

function byLane(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const lanes = new Map<string, Row[]>();
  for (const row of rows) {
    const lane = String(row['lane']);
    const ofLane = lanes.get(lane) ?? [];
    ofLane.push(row);
    lanes.set(lane, ofLane);
  }
  return lanes;
}

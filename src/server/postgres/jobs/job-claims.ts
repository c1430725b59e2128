import { FairOrder, type TurnState, type Waiting } from '../../schedule/fair-order.ts';
import type { Database } from '../database/database.ts';
import type { Transaction } from '../database/transaction.ts';
import { addressIn, IS_LEASED, IS_WAITING, JOB_COLUMNS, JOBS } from './job-rows.ts';
import { LEASE_COLUMNS, type LeasedJob, leasedJobOf } from './leased-job.ts';

export interface JobClaimsOptions {
  /** What this worker is called; no two are called the same. */
  readonly worker: string;
  /** How long a job is a worker's that is not heard of, in milliseconds. */
  readonly leaseMs: number;
}

/** Gives jobs to this worker: in each lane everybody in turn, whichever worker asks. */
export class JobClaims {
  readonly #database: Database;
  readonly #options: JobClaimsOptions;

  constructor(database: Database, options: JobClaimsOptions) {
    this.#database = database;
    this.#options = options;
  }

  /** The lanes in which jobs wait. */
  async waitingLanes(): Promise<readonly string[]> {
    const rows = await this.#database.query(`SELECT DISTINCT lane FROM jobs WHERE ${IS_WAITING}`);
    return rows.map(({ lane }) => String(lane));
  }

  /**
   * Takes the job of a lane whose turn it is; undefined where none waits, or where as many run as may.
   * @param most how many jobs of the lane all workers together may run; undefined where that is no limit
   */
  async takeNext(lane: string, most: number | undefined): Promise<LeasedJob | undefined> {
    return this.#database.transaction(async (transaction) => {
      await transaction.query('INSERT INTO lanes (id) VALUES ($1) ON CONFLICT DO NOTHING', [lane]);
      // Who gives a turn holds the lane: two workers would count the same jobs, and give the same turn twice.
      const [row] = await transaction.query<{ turns: TurnState | null }>(
        'SELECT turns FROM lanes WHERE id = $1 FOR UPDATE',
        [lane],
      );
      if (most !== undefined && (await countLeased(transaction, lane)) >= most) return undefined;
      const begun = await this.#leaseBegun(transaction, lane);
      if (begun !== undefined) return begun;
      const order = await fairOrder(transaction, lane, row?.turns ?? undefined);
      for (let next = order.takeNext(); next !== undefined; next = order.takeNext()) {
        const taken = await this.#lease(transaction, next.job);
        if (taken === undefined) continue;
        await transaction.query('UPDATE lanes SET turns = $2 WHERE id = $1', [lane, JSON.stringify(order.turns)]);
        return taken;
      }
      return undefined;
    });
  }

  /** Has what waits in a lane wait in another one. */
  async moveLane(from: string, to: string): Promise<void> {
    await this.#database.query(`UPDATE jobs SET lane = $2 WHERE lane = $1 AND ${IS_WAITING}`, [from, to]);
  }

  /** What another machine is at work on already goes before everything else, whoever's turn it is. */
  async #leaseBegun(transaction: Transaction, lane: string): Promise<LeasedJob | undefined> {
    const begun = await transaction.query(
      `SELECT place FROM jobs WHERE lane = $1 AND journal IS NOT NULL AND ${IS_WAITING}
       ORDER BY turn LIMIT 1 FOR UPDATE SKIP LOCKED`,
      [lane],
    );
    return begun[0] && this.#lease(transaction, Number(begun[0]['place']));
  }

  /** Undefined where the job is being cancelled at this moment. */
  async #lease(transaction: Transaction, place: number): Promise<LeasedJob | undefined> {
    const { worker, leaseMs } = this.#options;
    const rows = await transaction.query(
      `UPDATE jobs SET worker = $2, lease = lease + 1, leased_until = clock_timestamp() + $3 * interval '1 ms'
       FROM codes
       WHERE codes.id = jobs.code_id
         AND jobs.place = (SELECT place FROM jobs WHERE place = $1 AND ${IS_WAITING} FOR UPDATE SKIP LOCKED)
       RETURNING ${JOB_COLUMNS}, ${LEASE_COLUMNS}`,
      [place, worker, leaseMs],
    );
    return rows[0] && leasedJobOf(rows[0]);
  }
}

async function countLeased(transaction: Transaction, lane: string): Promise<number> {
  const [row] = await transaction.query(
    `SELECT count(*) AS count FROM jobs WHERE lane = $1 AND ended_at IS NULL AND ${IS_LEASED}`,
    [lane],
  );
  return Number(row?.['count']);
}

/** The next job of each code alone: the turns of the others come later. */
async function fairOrder(transaction: Transaction, lane: string, turns: TurnState | undefined) {
  const heads = await transaction.query(
    `SELECT DISTINCT ON (jobs.address, jobs.code_id) jobs.place, jobs.turn, jobs.address, codes.code FROM ${JOBS}
     WHERE jobs.lane = $1 AND ${IS_WAITING} ORDER BY jobs.address, jobs.code_id, jobs.turn`,
    [lane],
  );
  const order = new FairOrder<Waiting & { readonly job: number }>(turns);
  for (const head of heads) {
    const owner = { address: addressIn(head), code: String(head['code']) };
    order.add({ owner, place: Number(head['turn']), job: Number(head['place']) });
  }
  return order;
}

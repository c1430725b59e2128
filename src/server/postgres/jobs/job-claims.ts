import { FairOrder, type TurnState, type Waiting } from '../../schedule/fair-order.ts';
import type { Database } from '../database/database.ts';
import type { Row, Transaction } from '../database/transaction.ts';
import { addressIn, IS_LEASED, IS_WAITING, JOB_COLUMNS, JOBS } from './job-rows.ts';
import { LEASE_COLUMNS, type LeasedJob, leasedJobOf } from './leased-job.ts';

export interface JobClaimsOptions {
  /** What this worker is called; no two are called the same. */
  readonly worker: string;
  /** How long a job is a worker's that is not heard of, in milliseconds. */
  readonly leaseMs: number;
}

/** What a worker may take. */
export interface ClaimLimits {
  /** How many jobs of the lane all workers together may run; undefined where that is no limit. */
  readonly most: number | undefined;
  /**
   * The places of the jobs that it runs. Where it, or the database, stood still for longer than a lease, they seem to wait,
   * until it says that it lives, or another worker takes them.
   */
  readonly running: readonly number[];
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
   */
  async takeNext(lane: string, { most, running }: ClaimLimits): Promise<LeasedJob | undefined> {
    return this.#database.transaction(async (transaction) => {
      // Who gives a turn holds the lane: two workers would count the same jobs, and give the same turn twice.
      const turns = await holdLane(transaction, lane);
      if (most !== undefined && (await countLeased(transaction, lane)) >= most) return undefined;
      const heads = await headsOf(transaction, lane, running);
      // What another machine is at work on already goes before everything else, whoever's turn it is.
      const begun = heads.find((head) => head['is_begun'] === true);
      const first = begun && (await this.#lease(transaction, { place: Number(begun['place']), lane, turns }));
      if (first !== undefined) return first;
      const order = fairOrder(heads, turns);
      for (let next = order.takeNext(); next !== undefined; next = order.takeNext()) {
        const taken = await this.#lease(transaction, { place: next.job, lane, turns: order.turns });
        if (taken !== undefined) return taken;
      }
      return undefined;
    });
  }

  /** Has what waits in a lane wait in another one. */
  async moveLane(from: string, to: string): Promise<void> {
    await this.#database.query(`UPDATE jobs SET lane = $2 WHERE lane = $1 AND ${IS_WAITING}`, [from, to]);
  }

  /** Takes a job, and notes the turns that there have been by that; undefined where it is being cancelled at this moment. */
  async #lease(transaction: Transaction, { place, lane, turns }: Turn): Promise<LeasedJob | undefined> {
    const { worker, leaseMs } = this.#options;
    const rows = await transaction.query(
      `WITH taken AS (
         UPDATE jobs SET worker = $2, lease = lease + 1, leased_until = clock_timestamp() + $3 * interval '1 ms'
         FROM codes
         WHERE codes.id = jobs.code_id
           AND jobs.place = (SELECT place FROM jobs WHERE place = $1 AND ${IS_WAITING} FOR UPDATE SKIP LOCKED)
         RETURNING ${JOB_COLUMNS}, ${LEASE_COLUMNS}
       ), turned AS (
         UPDATE lanes SET turns = $5 WHERE id = $4 AND EXISTS (SELECT FROM taken)
       )
       SELECT * FROM taken`,
      [place, worker, leaseMs, lane, turns === undefined ? null : JSON.stringify(turns)],
    );
    return rows[0] && leasedJobOf(rows[0]);
  }
}

/** A job of a lane, and the turns that there have been once it is taken. */
interface Turn {
  readonly place: number;
  readonly lane: string;
  readonly turns: TurnState | undefined;
}

/** Holds a lane until the transaction ends; resolves with its turns, undefined where there have been none. */
async function holdLane(transaction: Transaction, lane: string): Promise<TurnState | undefined> {
  const sql = 'SELECT turns FROM lanes WHERE id = $1 FOR UPDATE';
  const [row] = await transaction.query<{ turns: TurnState | null }>(sql, [lane]);
  if (row !== undefined) return row.turns ?? undefined;
  await transaction.query('INSERT INTO lanes (id) VALUES ($1) ON CONFLICT DO NOTHING', [lane]);
  return holdLane(transaction, lane);
}

async function countLeased(transaction: Transaction, lane: string): Promise<number> {
  const [row] = await transaction.query(
    `SELECT count(*) AS count FROM jobs WHERE lane = $1 AND ended_at IS NULL AND ${IS_LEASED}`,
    [lane],
  );
  return Number(row?.['count']);
}

/**
 * The next job of each code alone, for the turns of the others come later; and the first of those that another machine is at
 * work on, where there is one.
 */
function headsOf(transaction: Transaction, lane: string, running: readonly number[]): Promise<readonly Row[]> {
  return transaction.query(
    `(SELECT jobs.place, jobs.turn, jobs.address, codes.code, true AS is_begun FROM ${JOBS}
      WHERE jobs.lane = $1 AND jobs.journal IS NOT NULL AND ${IS_WAITING} AND jobs.place <> ALL ($2::bigint[])
      ORDER BY jobs.turn LIMIT 1)
     UNION ALL
     (SELECT DISTINCT ON (jobs.address, jobs.code_id) jobs.place, jobs.turn, jobs.address, codes.code, false FROM ${JOBS}
      WHERE jobs.lane = $1 AND ${IS_WAITING} AND jobs.place <> ALL ($2::bigint[])
      ORDER BY jobs.address, jobs.code_id, jobs.turn)`,
    [lane, running],
  );
}

function fairOrder(heads: readonly Row[], turns: TurnState | undefined) {
  const order = new FairOrder<Waiting & { readonly job: number }>(turns);
  for (const head of heads.filter((each) => each['is_begun'] === false)) {
    const owner = { address: addressIn(head), code: String(head['code']) };
    order.add({ owner, place: Number(head['turn']), job: Number(head['place']) });
  }
  return order;
}

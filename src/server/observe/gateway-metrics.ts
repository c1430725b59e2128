import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { JobEnd, JobTally, Meter, StorageUsage } from '../ports/index.ts';

/** What is looked at when somebody asks, rather than counted. */
export interface GatewayState {
  /** How many are open. */
  readonly sockets: () => number;
  readonly jobs: () => Promise<readonly JobTally[]>;
  readonly usage: () => Promise<StorageUsage>;
}

/** A picture with the built-in engine takes a second, a clip of a hosted model ten minutes. */
const JOB_SECONDS = [0.5, 1, 2, 5, 10, 20, 60, 120, 300, 600];

/**
 * Counts for Prometheus, and asks for the rest when it is read: also what every Node process has, the delay of the event
 * loop among it. No label has a user code, an address, or anything else that clients could make many of.
 */
export class GatewayMetrics implements Meter {
  readonly #registry = new Registry();
  readonly #received = this.#counter('kitten_messages_received_total', 'Messages of clients.', ['type']);
  readonly #refused = this.#counter('kitten_refusals_total', 'Messages and requests that were refused.', ['cause']);
  readonly #accepted = this.#counter('kitten_jobs_accepted_total', 'Prompts that became jobs.', ['engine']);
  readonly #ended = this.#counter('kitten_jobs_ended_total', 'Jobs that have ended.', ['engine', 'outcome']);
  readonly #seconds: Histogram<'engine'>;

  constructor({ sockets, jobs, usage }: GatewayState) {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    this.#seconds = new Histogram({
      name: 'kitten_job_seconds',
      help: 'How long the last run of a job took.',
      labelNames: ['engine'],
      buckets: JOB_SECONDS,
      registers,
    });
    this.#gauge('kitten_sockets', 'Sockets that are open.', (gauge) => gauge.set(sockets()));
    const open = new Gauge({
      name: 'kitten_jobs',
      help: 'Jobs that wait or run; those that wait are the queue.',
      labelNames: ['state', 'engine'],
      registers,
      collect: async () => {
        const tallies = await jobs();
        open.reset();
        for (const { engine, waiting, running } of tallies) {
          open.set({ engine, state: 'waiting' }, waiting);
          open.set({ engine, state: 'running' }, running);
        }
      },
    });
    // A disk that can't be asked must not hide everything else.
    const known = (): Promise<StorageUsage> => usage().catch(() => ({ storedBytes: NaN, freeBytes: NaN }));
    this.#gauge('kitten_stored_bytes', 'Bytes of media and of the database.', async (gauge) =>
      gauge.set((await known()).storedBytes),
    );
    this.#gauge('kitten_disk_free_bytes', 'Bytes of its disk that are free.', async (gauge) =>
      gauge.set((await known()).freeBytes),
    );
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  /** All of it, as Prometheus reads it. */
  text(): Promise<string> {
    return this.#registry.metrics();
  }

  received(type: string): void {
    this.#received.inc({ type });
  }

  refused(cause: string): void {
    this.#refused.inc({ cause });
  }

  accepted(engine: string): void {
    this.#accepted.inc({ engine });
  }

  ended({ engine, outcome, seconds }: JobEnd): void {
    this.#ended.inc({ engine, outcome });
    this.#seconds.observe({ engine }, seconds);
  }

  #counter<Label extends string>(name: string, help: string, labelNames: Label[]): Counter<Label> {
    return new Counter({ name, help, labelNames, registers: [this.#registry] });
  }

  #gauge(name: string, help: string, read: (gauge: Gauge) => void | Promise<void>): void {
    const gauge: Gauge = new Gauge({ name, help, registers: [this.#registry], collect: () => read(gauge) });
  }
}

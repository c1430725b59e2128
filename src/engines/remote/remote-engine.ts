import type { EngineInfo } from '../../protocol/index.ts';
import { EngineFault } from '../port/engine-fault.ts';
import type { JobJournal, JournalEntry } from '../port/job-journal.ts';
import type { RemoteService } from '../port/remote-service.ts';
import { sleep } from '../port/sleep.ts';
import { type EngineEvent, type EngineRequest, SHUTDOWN, type VideoEngine } from '../port/video-engine.ts';
import type { BackoffOptions } from './backoff.ts';
import { RemoteJob } from './remote-job.ts';

/** How long closing waits for requests that stop some work, in milliseconds. */
const LAST_CANCEL_MS = 2_000;

export interface RemoteEngineOptions {
  readonly info: EngineInfo;
  /** The places that make its videos: a new job goes to the one with the fewest, and stays there. */
  readonly services: readonly [RemoteService, ...RemoteService[]];
  readonly backoff?: BackoffOptions;
}

/** An engine whose work other machines do. It goes on with what an earlier process has started, and starts nothing twice. */
export class RemoteEngine implements VideoEngine {
  readonly info: EngineInfo;
  readonly #services: readonly [RemoteService, ...RemoteService[]];
  readonly #backoff: BackoffOptions;
  readonly #closing = new AbortController();
  /** How many jobs each place has. */
  readonly #jobs = new Map<RemoteService, number>();
  /** Requests to stop some work that nobody waits for. */
  readonly #cancelling = new Set<Promise<void>>();

  constructor({ info, services, backoff = {} }: RemoteEngineOptions) {
    this.info = info;
    this.#services = services;
    this.#backoff = backoff;
  }

  async *generate(
    request: EngineRequest,
    signal: AbortSignal,
    journal: JobJournal = new ForgetfulJournal(),
  ): AsyncGenerator<EngineEvent, void, undefined> {
    const stop = AbortSignal.any([signal, this.#closing.signal]);
    stop.throwIfAborted();
    const service = this.#serviceOf(journal.entry);
    const job = new RemoteJob({ service, request, journal, signal: stop, backoff: this.#backoff });
    this.#count(service, 1);
    try {
      yield* job.run();
    } finally {
      this.#count(service, -1);
      this.#cancelInBackground(job, signal);
    }
  }

  async close(): Promise<void> {
    this.#closing.abort(SHUTDOWN);
    // What takes longer is left to the other machine.
    const limit = new AbortController();
    const cancelled = Promise.all(this.#cancelling).finally(() => limit.abort());
    await Promise.race([cancelled, sleep(LAST_CANCEL_MS, limit.signal).catch(() => undefined)]);
    for (const service of this.#services) await service.close?.();
  }

  #serviceOf(entry: JournalEntry | undefined): RemoteService {
    if (entry === undefined) {
      return this.#services.reduce((best, each) => (this.#jobsOf(each) < this.#jobsOf(best) ? each : best));
    }
    const known = this.#services.find(({ endpoint }) => endpoint === entry.endpoint);
    if (known !== undefined) return known;
    throw new EngineFault('engine_uncertain', { detail: `${entry.endpoint} is no longer configured` });
  }

  #jobsOf(service: RemoteService): number {
    return this.#jobs.get(service) ?? 0;
  }

  #count(service: RemoteService, change: 1 | -1): void {
    this.#jobs.set(service, this.#jobsOf(service) + change);
  }

  #cancelInBackground(job: RemoteJob, signal: AbortSignal): void {
    const cancelling = job.cancelLeftovers(signal).finally(() => this.#cancelling.delete(cancelling));
    this.#cancelling.add(cancelling);
  }
}

/** The journal of a job that nobody resumes. */
class ForgetfulJournal implements JobJournal {
  entry: JournalEntry | undefined;

  write(entry: JournalEntry | undefined): Promise<void> {
    this.entry = entry;
    return Promise.resolve();
  }
}

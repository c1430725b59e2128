import { EngineFault } from '../port/engine-fault.ts';
import type { JournalEntry } from '../port/job-journal.ts';
import type { RemoteService } from '../port/remote-service.ts';

/** For how long a server that could not take a job comes after all others, in milliseconds. */
const REST_MS = 30_000;

/** Where a job is tried next. */
export interface NextServer {
  readonly service: RemoteService;
  /** How long the server has asked to be left alone, in milliseconds; undefined where it has not. */
  readonly leastWaitMs: number | undefined;
}

/** An engine's servers, one an address: how many jobs each has, and which of them could not take one a moment ago. */
export class Servers {
  readonly #services: readonly [RemoteService, ...RemoteService[]];
  readonly #jobs = new Map<RemoteService, number>();
  /** Until when a server comes last, in milliseconds since the Unix epoch. */
  readonly #restsUntil = new Map<RemoteService, number>();
  /** Until when a server wants to hear nothing, in milliseconds since the Unix epoch. */
  readonly #silentUntil = new Map<RemoteService, number>();

  constructor(services: readonly [RemoteService, ...RemoteService[]]) {
    this.#services = services;
  }

  /**
   * The server of a job, which then counts among its own: where it has begun, or else the one that is best.
   * @throws EngineFault `engine_uncertain` where the server that it has begun at is not there any more
   */
  assign(entry: JournalEntry | undefined): RemoteService {
    const service =
      entry === undefined ? this.#best() : this.#services.find(({ endpoint }) => endpoint === entry.endpoint);
    if (service === undefined) {
      throw new EngineFault('engine_uncertain', { detail: 'the server of this job is no longer configured' });
    }
    this.#count(service, 1);
    return service;
  }

  /**
   * Exchanges a server that could not take a job, and has begun nothing of it, for the one that is best now: another one,
   * where there is one.
   * @param retryAfterMs how long it asked to be left alone, in milliseconds
   */
  exchange(service: RemoteService, retryAfterMs: number | undefined): NextServer {
    const now = Date.now();
    this.#restsUntil.set(service, now + Math.max(REST_MS, retryAfterMs ?? 0));
    if (retryAfterMs !== undefined) this.#silentUntil.set(service, now + retryAfterMs);
    this.release(service);
    const next = this.#best();
    this.#count(next, 1);
    const left = (this.#silentUntil.get(next) ?? now) - now;
    return { service: next, leastWaitMs: left > 0 ? left : undefined };
  }

  /** A server has taken a job: it is as good as any. */
  praise(service: RemoteService): void {
    this.#restsUntil.delete(service);
    this.#silentUntil.delete(service);
  }

  /** A job is over. */
  release(service: RemoteService): void {
    this.#count(service, -1);
  }

  /** Closes every server. */
  async close(): Promise<void> {
    for (const service of this.#services) await service.close?.();
  }

  /** Of those that rest the one that has rested longest; else the one with the fewest jobs. */
  #best(): RemoteService {
    const now = Date.now();
    const rest = (service: RemoteService): number => Math.max(0, (this.#restsUntil.get(service) ?? 0) - now);
    return this.#services.reduce((best, each) => {
      const difference = rest(each) - rest(best) || this.#jobsOf(each) - this.#jobsOf(best);
      return difference < 0 ? each : best;
    });
  }

  #jobsOf(service: RemoteService): number {
    return this.#jobs.get(service) ?? 0;
  }

  #count(service: RemoteService, change: 1 | -1): void {
    this.#jobs.set(service, this.#jobsOf(service) + change);
  }
}

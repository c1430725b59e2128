import { EngineFault } from '../port/engine-fault.ts';
import type { JournalEntry } from '../port/job-journal.ts';
import type { RemoteService } from '../port/remote-service.ts';
import { sleep } from '../port/sleep.ts';
import type { EngineCapacity } from '../port/video-engine.ts';
import { troubleOf } from './trouble.ts';

/** A server that wants to be left alone for longer is not for a job that somebody waits for, in milliseconds. */
const LONGEST_WAIT_MS = 10 * 60_000;
/** For how long a server that could not take a job comes after all others, in milliseconds. */
const REST_MS = 30_000;

/**
 * An engine's servers, one an address: how many jobs each has, and which of them could not take one a moment ago. None is
 * given more jobs than its share, whatever the others do: a job waits for a place.
 */
export class Servers implements EngineCapacity {
  readonly #services: readonly [RemoteService, ...RemoteService[]];
  readonly #share: number;
  readonly #jobs = new Map<RemoteService, number>();
  /** Until when a server comes last, in milliseconds since the Unix epoch. */
  readonly #restsUntil = new Map<RemoteService, number>();
  /** Until when a server wants to hear nothing, in milliseconds since the Unix epoch; it rests as long. */
  readonly #silentUntil = new Map<RemoteService, number>();
  /** Jobs that wait for a place, in the order in which they came. */
  #waiting: (() => void)[] = [];

  /** @param share how many jobs each may have at once */
  constructor(services: readonly [RemoteService, ...RemoteService[]], share: number) {
    this.#services = services;
    this.#share = share;
  }

  /** Whether none could take a job when it was last asked. */
  get areAllResting(): boolean {
    return this.#services.every((service) => this.#isResting(service));
  }

  /** Whether every server wants to be left alone, for longer than anybody waits for a clip. */
  get areAllAway(): boolean {
    return this.#services.every((service) => left(this.#silentUntil.get(service)) > LONGEST_WAIT_MS);
  }

  /** How many jobs they can have: the shares of those that take jobs, and what the others have already. */
  get jobs(): number {
    // Who comes now is told so, and need not wait for that.
    if (this.areAllAway) return Infinity;
    const counts = this.#services.map((service) => (this.#takesJobs(service) ? this.#share : this.#jobsOf(service)));
    return counts.reduce((sum, count) => sum + count, 0);
  }

  /** Whether there is a place for a job now. */
  get hasPlace(): boolean {
    return this.#best() !== undefined;
  }

  /** Resolves with the best server that has a place, once there is one: it counts the job from now on. Rejects with the signal's reason. */
  async acquire(signal: AbortSignal): Promise<RemoteService> {
    for (;;) {
      signal.throwIfAborted();
      const service = this.#best();
      if (service !== undefined) {
        this.#count(service, 1);
        return service;
      }
      await this.change(signal);
    }
  }

  /**
   * The server that a job has begun at. It is at work on it already, so it counts the job whether there is a place or not.
   * @throws EngineFault `engine_uncertain` where the server is not there any more
   */
  resume({ endpoint }: JournalEntry): RemoteService {
    const service = this.#services.find((each) => each.endpoint === endpoint);
    if (service === undefined) {
      throw new EngineFault('engine_uncertain', { detail: 'the server of this job is no longer configured' });
    }
    this.#count(service, 1);
    return service;
  }

  /**
   * A server could not take a job, and has begun nothing of it: the job is no longer its own.
   * @param retryAfterMs how long it asked to be left alone, in milliseconds
   */
  refuse(service: RemoteService, retryAfterMs: number | undefined): void {
    const now = Date.now();
    this.#restsUntil.set(service, now + Math.max(REST_MS, retryAfterMs ?? 0));
    if (retryAfterMs !== undefined) this.#silentUntil.set(service, now + retryAfterMs);
    this.release(service);
  }

  /** A server has taken a job: it is as good as any. */
  praise(service: RemoteService): void {
    this.#restsUntil.delete(service);
    this.#silentUntil.delete(service);
    this.#wake();
  }

  /** A job is over. */
  release(service: RemoteService): void {
    this.#count(service, -1);
    this.#wake();
  }

  /** What is the matter with each that can't be used, as far as asking costs nothing. */
  async troubles(signal: AbortSignal): Promise<readonly string[]> {
    const asked = await Promise.all(this.#services.map((service) => troubleOf(service, signal)));
    return asked.filter((trouble) => trouble !== undefined);
  }

  /** Closes every server. */
  async close(): Promise<void> {
    for (const service of this.#services) await service.close?.();
  }

  /**
   * The one with the fewest jobs. One that rests gets a job only where all do, the one that has rested longest first: of the
   * others one may have a place sooner than it can take any.
   */
  #best(): RemoteService | undefined {
    const able = this.#services.filter((service) => this.#jobsOf(service) < this.#share && this.#takesJobs(service));
    const before = (one: RemoteService, other: RemoteService): number =>
      left(this.#restsUntil.get(one)) - left(this.#restsUntil.get(other)) || this.#jobsOf(one) - this.#jobsOf(other);
    return able.toSorted(before)[0];
  }

  #takesJobs(service: RemoteService): boolean {
    return left(this.#silentUntil.get(service)) === 0 && (this.areAllResting || !this.#isResting(service));
  }

  /** Resolves when there may be a place: a job is over, or a server has rested. Rejects with the signal's reason. */
  async change(signal: AbortSignal): Promise<void> {
    const { promise: woken, resolve } = Promise.withResolvers<undefined>();
    const wake = (): void => resolve(undefined);
    this.#waiting.push(wake);
    const isWoken = new AbortController();
    try {
      await Promise.race([woken, sleep(this.#nextEndMs(), AbortSignal.any([signal, isWoken.signal]))]);
    } finally {
      this.#waiting = this.#waiting.filter((each) => each !== wake);
      isWoken.abort();
    }
  }

  /** How long until the next rest or silence is over, in milliseconds. */
  #nextEndMs(): number {
    const ends = [...this.#restsUntil.values(), ...this.#silentUntil.values()].map(left);
    return Math.min(...ends.filter((ms) => ms > 0));
  }

  #wake(): void {
    for (const wake of this.#waiting) wake();
  }

  #isResting(service: RemoteService): boolean {
    return left(this.#restsUntil.get(service)) > 0;
  }

  #jobsOf(service: RemoteService): number {
    return this.#jobs.get(service) ?? 0;
  }

  #count(service: RemoteService, change: 1 | -1): void {
    this.#jobs.set(service, this.#jobsOf(service) + change);
  }
}

/** How long it is until then, in milliseconds; 0 where that is over, or there is no such time. */
function left(until: number | undefined): number {
  return Math.max(0, (until ?? 0) - Date.now());
}

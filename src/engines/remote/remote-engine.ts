import type { EngineInfo } from '../../protocol/index.ts';
import type { JobJournal, JournalEntry } from '../port/job-journal.ts';
import type { RemoteService } from '../port/remote-service.ts';
import { sleep } from '../port/sleep.ts';
import {
  type EngineCapacity,
  type EngineEvent,
  type EngineRequest,
  SHUTDOWN,
  type VideoEngine,
} from '../port/video-engine.ts';
import type { BackoffOptions } from './backoff.ts';
import { Servers } from './servers.ts';
import { RemoteJob } from './remote-job.ts';

/** How long closing waits for requests that stop an operation, in milliseconds. */
const LAST_CANCEL_MS = 2_000;

export interface RemoteEngineOptions {
  readonly info: EngineInfo;
  /**
   * The servers that make its videos: a new job goes to the one with the fewest, or to another where that can't take it,
   * and stays where it has begun.
   */
  readonly services: readonly [RemoteService, ...RemoteService[]];
  /** Jobs that each of them has at once; more wait for a place. Default: as many as come. */
  readonly share?: number;
  readonly backoff?: BackoffOptions;
}

/** An engine whose clips other machines make. It goes on with what an earlier process has started, and starts nothing twice. */
export class RemoteEngine implements VideoEngine {
  readonly info: EngineInfo;
  readonly capacity: EngineCapacity;
  readonly #servers: Servers;
  readonly #backoff: BackoffOptions;
  readonly #closing = new AbortController();
  /** Requests to stop an operation that nobody waits for. */
  readonly #cancelling = new Set<Promise<void>>();

  constructor({ info, services, share = Infinity, backoff = {} }: RemoteEngineOptions) {
    this.info = info;
    this.#servers = new Servers(services, share);
    this.capacity = this.#servers;
    this.#backoff = backoff;
  }

  async *generate(
    request: EngineRequest,
    signal: AbortSignal,
    journal: JobJournal = new ForgetfulJournal(),
  ): AsyncGenerator<EngineEvent, void, undefined> {
    const stop = AbortSignal.any([signal, this.#closing.signal]);
    stop.throwIfAborted();
    const job = new RemoteJob({ servers: this.#servers, request, journal, signal: stop, backoff: this.#backoff });
    try {
      yield* job.run();
    } finally {
      this.#cancelInBackground(job, signal);
    }
  }

  troubles(signal: AbortSignal): Promise<readonly string[]> {
    return this.#servers.troubles(AbortSignal.any([signal, this.#closing.signal]));
  }

  async close(): Promise<void> {
    this.#closing.abort(SHUTDOWN);
    // What takes longer is left to the other machine.
    const limit = new AbortController();
    const cancelled = Promise.all(this.#cancelling).finally(() => limit.abort());
    await Promise.race([cancelled, sleep(LAST_CANCEL_MS, limit.signal).catch(() => undefined)]);
    await this.#servers.close();
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

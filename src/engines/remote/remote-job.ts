import { EngineFault, TransientFault } from '../port/engine-fault.ts';
import type { JobJournal, JournalEntry, JsonValue } from '../port/job-journal.ts';
import type { RemoteService, RemoteWork } from '../port/remote-service.ts';
import { type EngineEvent, type EngineRequest, SHUTDOWN } from '../port/video-engine.ts';
import { Backoff, type BackoffOptions } from './backoff.ts';
import type { Servers } from './servers.ts';

/** Tries to reach one of the servers before work has begun there; after that it is tried until the job's deadline. */
const MOST_START_TRIES = 6;
/** A server that wants to be left alone for longer is not for a job that somebody waits for, in milliseconds. */
const LONGEST_WAIT_MS = 10 * 60_000;
/** How long a process that ends still waits for the answer to a start, in milliseconds. */
const LAST_ANSWER_MS = 2_000;
/** How long a request to stop some work may take, in milliseconds. */
const CANCEL_LIMIT_MS = 10_000;
/** How long a start whose job is over may go on, so that what it began can be stopped, in milliseconds. */
const ABANDONED_START_LIMIT_MS = 60_000;

export interface RemoteJobOptions {
  readonly servers: Servers;
  readonly request: EngineRequest;
  readonly journal: JobJournal;
  readonly signal: AbortSignal;
  readonly backoff: BackoffOptions;
}

/** One run of a job: begins the work at one of the servers unless it has begun, and follows it there. */
export class RemoteJob {
  readonly #options: RemoteJobOptions;
  /** Where it is tried, or has begun. */
  #service: RemoteService | undefined;
  /** The work, once it is known; undefined where a start failed. */
  #begun: Promise<RemoteWork | undefined> = Promise.resolve(undefined);
  /** What was asked for, while it is not known whether it was begun. */
  #asked: JournalEntry | undefined;
  #isOver = false;

  constructor(options: RemoteJobOptions) {
    this.#options = options;
  }

  /** The events of the work up to its clip. */
  async *run(): AsyncGenerator<EngineEvent, void, undefined> {
    const { servers, journal } = this.#options;
    this.#service = servers.assign(journal.entry);
    try {
      // People have seen how far it was before a restart: it does not go back to nothing.
      const isKnown = journal.entry?.operation !== undefined;
      if (!isKnown) yield { kind: 'progress', progress: 0, stage: 'send' };
      const work = await this.#begin(this.#service);
      this.#begun = Promise.resolve(work);
      if (!isKnown) yield { kind: 'progress', progress: 0, stage: 'wait' };
      yield* this.#follow(work, this.#service);
      this.#isOver = true;
    } finally {
      servers.release(this.#service);
    }
  }

  /** Stops what goes on at the server although the job is over, except where the job is to be resumed. Never rejects. */
  async cancelLeftovers(signal: AbortSignal): Promise<void> {
    const isResumed = this.#options.signal.aborted && !(signal.aborted && signal.reason !== SHUTDOWN);
    if (this.#isOver || isResumed) return;
    try {
      const work = (await this.#begun.catch(() => undefined)) ?? (await this.#findLeft());
      if (work !== undefined) await this.#service?.cancel?.(work, AbortSignal.timeout(CANCEL_LIMIT_MS));
    } catch {
      // As well as it can: the job has ended for whoever asked for it.
    }
  }

  /** Work whose answer was lost, where the job is over before it was looked for. */
  async #findLeft(): Promise<RemoteWork | undefined> {
    const asked = this.#asked;
    if (asked === undefined) return undefined;
    const limit = AbortSignal.timeout(CANCEL_LIMIT_MS);
    const operation = await this.#service?.find?.(this.#options.request, asked.startedAt, limit);
    return operation === undefined ? undefined : this.#work(asked, operation);
  }

  async #begin(service: RemoteService): Promise<RemoteWork> {
    const { journal } = this.#options;
    const stored = journal.entry;
    if (stored?.operation !== undefined) return this.#work(stored, stored.operation);
    if (stored !== undefined) {
      this.#asked = stored;
      const found = await this.#lookUp(service, stored);
      this.#asked = undefined;
      if (found !== undefined) return this.#record(stored, found);
    }
    const backoff = new Backoff(this.#options.backoff);
    for (;;) {
      const work = await this.#start(this.#service ?? service, backoff);
      if (work !== undefined) return work;
    }
  }

  /** Asks once for the work; undefined where nothing was begun, and it is time to ask again, here or elsewhere. */
  async #start(service: RemoteService, backoff: Backoff): Promise<RemoteWork | undefined> {
    const { servers, journal, signal } = this.#options;
    const entry = { endpoint: service.endpoint, startedAt: Date.now() };
    await journal.write(entry);
    this.#asked = entry;
    try {
      const operation = await this.#answer(service, entry);
      servers.praise(service);
      return await this.#record(entry, operation);
    } catch (fault) {
      // Whether it was begun is not known: the entry stays, and the next run looks for the work.
      if (signal.aborted) throw fault;
      if (!(fault instanceof TransientFault)) {
        if (fault instanceof EngineFault && fault.code !== 'engine_uncertain') await this.#withdraw();
        throw fault;
      }
      if (fault.mayHaveStarted) {
        const found = await this.#lookUp(service, entry, fault);
        if (found !== undefined) return this.#record(entry, found);
      }
      await this.#withdraw();
      if (backoff.tries + 1 >= MOST_START_TRIES) throw fault;
      const next = servers.exchange(service, fault.retryAfterMs);
      this.#service = next.service;
      if ((next.leastWaitMs ?? 0) > LONGEST_WAIT_MS) throw fault;
      await backoff.wait(next.leastWaitMs, signal);
      return undefined;
    }
  }

  /** Nothing was begun. */
  async #withdraw(): Promise<void> {
    this.#asked = undefined;
    await this.#options.journal.write(undefined);
  }

  /**
   * The answer to a start. The request itself is not broken off with the job: the server might begin the work, and nobody
   * would know what to stop.
   */
  async #answer(service: RemoteService, entry: JournalEntry): Promise<JsonValue> {
    const { request, signal } = this.#options;
    signal.throwIfAborted();
    const limit = new AbortController();
    const answer = service.start(request, limit.signal);
    this.#begun = answer.then((operation) => this.#work(entry, operation));
    this.#begun.catch(() => undefined);
    const stopped = Promise.withResolvers<never>();
    let timer: NodeJS.Timeout | undefined;
    const onAbort = (): void => {
      const isShutdown = signal.reason === SHUTDOWN;
      const abandon = (): void => limit.abort(signal.reason);
      timer = setTimeout(abandon, isShutdown ? LAST_ANSWER_MS : ABANDONED_START_LIMIT_MS);
      timer.unref();
      if (!isShutdown) stopped.reject(signal.reason);
    };
    signal.addEventListener('abort', onAbort, { once: true });
    answer.catch(() => undefined).finally(() => clearTimeout(timer));
    try {
      return await Promise.race([answer, stopped.promise]);
    } finally {
      signal.removeEventListener('abort', onAbort);
    }
  }

  /** Looks for work whose answer was lost; undefined where it is certain that there is none. */
  async #lookUp(service: RemoteService, entry: JournalEntry, cause?: unknown): Promise<JsonValue | undefined> {
    const { request, signal } = this.#options;
    if (service.find === undefined) throw new EngineFault('engine_uncertain', { cause });
    const backoff = new Backoff(this.#options.backoff);
    try {
      for (;;) {
        try {
          return await service.find(request, entry.startedAt, signal);
        } catch (fault) {
          if (signal.aborted || !(fault instanceof TransientFault)) throw fault;
          await backoff.wait(fault.retryAfterMs, signal);
        }
      }
    } catch (fault) {
      if (signal.aborted && !(signal.reason instanceof EngineFault)) throw fault;
      // At the deadline, and where the server refuses to say, nobody knows more.
      const detail = !signal.aborted && fault instanceof EngineFault ? fault.detail : undefined;
      throw new EngineFault('engine_uncertain', { detail, cause: cause ?? fault });
    }
  }

  async #record(entry: JournalEntry, operation: JsonValue): Promise<RemoteWork> {
    await this.#options.journal.write({ ...entry, operation });
    this.#options.signal.throwIfAborted();
    return this.#work(entry, operation);
  }

  #work({ startedAt }: JournalEntry, operation: JsonValue): RemoteWork {
    return { request: this.#options.request, operation, startedAt };
  }

  async *#follow(work: RemoteWork, service: RemoteService): AsyncGenerator<EngineEvent, void, undefined> {
    const { signal } = this.#options;
    const backoff = new Backoff(this.#options.backoff);
    let isAgain = false;
    for (;;) {
      try {
        for await (const event of service.follow(work, signal)) {
          // What was said of the start is known, and is no sign that the server answers.
          if (isAgain && event.kind === 'text') continue;
          if (event.kind === 'video') this.#isOver = true;
          backoff.reset();
          yield event;
        }
        return;
      } catch (fault) {
        if (signal.aborted) throw fault;
        if (!(fault instanceof TransientFault)) {
          this.#isOver = true;
          throw fault;
        }
        isAgain = true;
        await backoff.wait(fault.retryAfterMs, signal);
      }
    }
  }
}

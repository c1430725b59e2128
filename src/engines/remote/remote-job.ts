import { EngineFault, TransientFault } from '../port/engine-fault.ts';
import type { JobJournal, JournalEntry, JsonValue } from '../port/job-journal.ts';
import type { RemoteService, RemoteOperation } from '../port/remote-service.ts';
import { type EngineEvent, type EngineRequest, SHUTDOWN } from '../port/video-engine.ts';
import { Backoff, type BackoffOptions } from './backoff.ts';
import type { Servers } from './servers.ts';

/** Tries to reach one of the servers where none takes a job; after an operation has begun it is tried until the job's deadline. */
const MOST_START_TRIES = 6;
/** How long a process that ends still waits for the answer to a start, in milliseconds. */
const LAST_ANSWER_MS = 2_000;
/** How long a request to stop an operation may take, in milliseconds. */
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

/** Where an operation has begun. */
interface Begun {
  readonly operation: RemoteOperation;
  readonly service: RemoteService;
}

/** A fault may pass: whoever waits sees that it is not the work that takes so long. */
const TRYING_AGAIN: EngineEvent = { kind: 'progress', progress: 0, stage: 'retry' };

/** One run of a job: begins the operation at one of the servers unless it has begun, and follows it there. */
export class RemoteJob {
  readonly #options: RemoteJobOptions;
  /** Where it has a place, or had one at its end; undefined while it waits for one. */
  #service: RemoteService | undefined;
  /** The operation, once it is known; undefined where a start failed. */
  #begun: Promise<RemoteOperation | undefined> = Promise.resolve(undefined);
  /** What was asked for, while it is not known whether it was begun. */
  #asked: JournalEntry | undefined;
  /** When the first server was asked, in this process or an earlier one, in milliseconds since the Unix epoch. */
  #firstStartedAt: number | undefined;
  #isOver = false;

  constructor(options: RemoteJobOptions) {
    this.#options = options;
    const { entry } = options.journal;
    this.#firstStartedAt = entry?.firstStartedAt ?? entry?.startedAt;
  }

  /** The events of the operation up to its clip. */
  async *run(): AsyncGenerator<EngineEvent, void, undefined> {
    const { servers, journal, signal } = this.#options;
    const { entry } = journal;
    if (entry === undefined && servers.areAllAway)
      throw new TransientFault({ detail: 'it wants to be left alone for long' });
    if (entry === undefined && !servers.hasPlace) yield { kind: 'progress', progress: 0, stage: 'wait' };
    this.#service = entry === undefined ? await servers.acquire(signal) : servers.resume(entry);
    try {
      // People have seen how far it was before a restart: it does not go back to nothing.
      const isKnown = entry?.operation !== undefined;
      if (!isKnown) yield { kind: 'progress', progress: 0, stage: 'send' };
      const { operation, service } = yield* this.#begin(this.#service);
      this.#begun = Promise.resolve(operation);
      if (!isKnown) yield { kind: 'progress', progress: 0, stage: 'wait' };
      yield* this.#follow(operation, service);
      this.#isOver = true;
    } finally {
      this.#givePlaceBack();
    }
  }

  /** Stops what goes on at the server although the job is over, except where the job is to be resumed. Never rejects. */
  async cancelLeftovers(signal: AbortSignal): Promise<void> {
    const isResumed = this.#options.signal.aborted && !(signal.aborted && signal.reason !== SHUTDOWN);
    if (this.#isOver || isResumed) return;
    try {
      const operation = (await this.#begun.catch(() => undefined)) ?? (await this.#findLeft());
      if (operation !== undefined) await this.#service?.cancel?.(operation, AbortSignal.timeout(CANCEL_LIMIT_MS));
    } catch {
      // As well as it can: the job has ended for whoever asked for it.
    }
  }

  /** An operation whose answer was lost, where the job is over before it was looked for. */
  async #findLeft(): Promise<RemoteOperation | undefined> {
    const asked = this.#asked;
    if (asked === undefined) return undefined;
    const limit = AbortSignal.timeout(CANCEL_LIMIT_MS);
    const handle = await this.#service?.find?.(this.#options.request, asked.startedAt, limit);
    return handle === undefined ? undefined : this.#operationOf(asked, handle);
  }

  /** Begins the operation, unless it has begun, and says where. */
  async *#begin(first: RemoteService): AsyncGenerator<EngineEvent, Begun, undefined> {
    const { journal, servers, signal } = this.#options;
    const stored = journal.entry;
    if (stored?.operation !== undefined) {
      return { operation: this.#operationOf(stored, stored.operation), service: first };
    }
    if (stored !== undefined) {
      this.#asked = stored;
      return { operation: await this.#record(stored, await this.#lookUp(first, stored)), service: first };
    }
    const backoff = new Backoff(this.#options.backoff);
    for (let service = first; ; this.#service = service) {
      const operation = await this.#start(service, backoff);
      if (operation !== undefined) return { operation, service };
      yield TRYING_AGAIN;
      await backoff.wait(undefined, signal);
      service = await servers.acquire(signal);
    }
  }

  /** Asks once for the operation; undefined where nothing was begun, and it is to be asked again, here or elsewhere. */
  async #start(service: RemoteService, backoff: Backoff): Promise<RemoteOperation | undefined> {
    const { servers, journal, signal } = this.#options;
    const startedAt = Date.now();
    this.#firstStartedAt ??= startedAt;
    const entry: JournalEntry = {
      endpoint: service.endpoint,
      startedAt,
      ...(startedAt !== this.#firstStartedAt && { firstStartedAt: this.#firstStartedAt }),
    };
    await journal.write(entry);
    // Nothing was sent yet: the next process need not look for it.
    if (signal.aborted) await this.#withdraw();
    signal.throwIfAborted();
    this.#asked = entry;
    try {
      const handle = await this.#answer(service, entry);
      servers.praise(service);
      return await this.#record(entry, handle);
    } catch (fault) {
      // Whether it was begun is not known: the entry stays, and the next run looks for the operation.
      if (signal.aborted) throw fault;
      if (!(fault instanceof TransientFault)) {
        if (fault instanceof EngineFault && fault.code !== 'engine_uncertain') await this.#withdraw();
        throw fault;
      }
      if (fault.mayHaveStarted) return this.#record(entry, await this.#lookUp(service, entry, fault));
      await this.#withdraw();
      servers.refuse(service, fault.retryAfterMs);
      this.#service = undefined;
      // Where another one works, the job waits for a place there.
      if (backoff.tries + 1 >= MOST_START_TRIES && servers.areAllResting) throw fault;
      if (servers.areAllAway) throw fault;
      return undefined;
    }
  }

  #givePlaceBack(): void {
    if (this.#service !== undefined) this.#options.servers.release(this.#service);
  }

  /** Nothing was begun. */
  async #withdraw(): Promise<void> {
    this.#asked = undefined;
    await this.#options.journal.write(undefined);
  }

  /**
   * The answer to a start. The request itself is not broken off with the job: the server might begin the operation, and nobody
   * would know what to stop.
   */
  async #answer(service: RemoteService, entry: JournalEntry): Promise<JsonValue> {
    const { request, signal } = this.#options;
    const limit = new AbortController();
    const answer = service.start(request, limit.signal);
    this.#begun = answer.then((handle) => this.#operationOf(entry, handle));
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

  /** Looks for an operation whose answer was lost. What is not found is not begun again: it ends as uncertain. */
  async #lookUp(service: RemoteService, entry: JournalEntry, cause?: unknown): Promise<JsonValue> {
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

  async #record(entry: JournalEntry, handle: JsonValue): Promise<RemoteOperation> {
    await this.#options.journal.write({ ...entry, operation: handle });
    this.#options.signal.throwIfAborted();
    return this.#operationOf(entry, handle);
  }

  #operationOf({ startedAt }: JournalEntry, handle: JsonValue): RemoteOperation {
    return { request: this.#options.request, handle, startedAt };
  }

  async *#follow(operation: RemoteOperation, service: RemoteService): AsyncGenerator<EngineEvent, void, undefined> {
    const { signal } = this.#options;
    const backoff = new Backoff(this.#options.backoff);
    let isAgain = false;
    for (;;) {
      try {
        for await (const event of service.follow(operation, signal)) {
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
        yield TRYING_AGAIN;
        await backoff.wait(fault.retryAfterMs, signal);
      }
    }
  }
}

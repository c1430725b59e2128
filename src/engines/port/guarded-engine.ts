import type { EngineInfo } from '../../protocol/index.ts';
import { EngineFault } from './engine-fault.ts';
import type { JobJournal } from './job-journal.ts';
import {
  type EngineCapacity,
  type EngineEvent,
  type EngineRequest,
  SHUTDOWN,
  type VideoEngine,
} from './video-engine.ts';

export interface GuardOptions {
  /**
   * How long a job may take from its start on, restarts included, in milliseconds. Default: for ever. What is under way
   * elsewhere at a restart has two minutes at least.
   */
  readonly deadlineMs?: number;
  /** How long an engine may take to end once it is asked to stop, in milliseconds; default 500. */
  readonly graceMs?: number;
}

/** When an engine has to stop. */
interface Stop {
  /** Is aborted as the outer one, or with `engine_timeout` at the deadline. */
  readonly signal: AbortSignal;
  readonly clear: () => void;
  /** How long it may still take to clear up, in milliseconds. */
  readonly graceLeft: () => number;
}

/** An engine that is asked to stop because the process ends may store what it was just told. */
const SHUTDOWN_GRACE_MS = 2_500;
/**
 * How long an operation that is under way elsewhere is looked at and fetched after a restart, whatever the time is: it may
 * have ended, and be paid for, while the gateway was off.
 */
const FETCH_MS = 2 * 60_000;

/**
 * Holds any engine to its port: progress never goes back, a clip is the end, and whoever cancels or waits too long is not
 * kept waiting by an engine that hangs.
 */
export class GuardedEngine implements VideoEngine {
  readonly #engine: VideoEngine;
  readonly #deadlineMs: number | undefined;
  readonly #graceMs: number;

  constructor(engine: VideoEngine, { deadlineMs, graceMs = 500 }: GuardOptions = {}) {
    this.#engine = engine;
    this.#deadlineMs = deadlineMs;
    this.#graceMs = graceMs;
  }

  get info(): EngineInfo {
    return this.#engine.info;
  }

  get capacity(): EngineCapacity | undefined {
    return this.#engine.capacity;
  }

  answersAtOnce(request: Pick<EngineRequest, 'prompt' | 'options'>): boolean {
    return this.#engine.answersAtOnce?.(request) ?? false;
  }

  async *generate(
    request: EngineRequest,
    signal: AbortSignal,
    journal?: JobJournal,
  ): AsyncGenerator<EngineEvent, void, undefined> {
    signal.throwIfAborted();
    const stop = this.#stopSignal(signal, this.#leftMs(journal));
    const events = this.#engine.generate(request, stop.signal, journal)[Symbol.asyncIterator]();
    let progress = 0;
    try {
      for (;;) {
        const next = await this.#untilStopped(events.next(), stop.signal);
        if (next.done === true) return;
        const event = next.value;
        stop.signal.throwIfAborted();
        if (event.kind === 'progress') progress = Math.min(1, Math.max(progress, event.progress || 0));
        yield event.kind === 'progress' ? { ...event, progress } : event;
        if (event.kind === 'video' || event.kind === 'answered') return;
      }
    } finally {
      stop.clear();
      await this.#leave(events, stop.graceLeft());
    }
  }

  async troubles(signal: AbortSignal): Promise<readonly string[]> {
    return (await this.#engine.troubles?.(signal)) ?? [];
  }

  close(): Promise<void> {
    return this.#engine.close();
  }

  /** Lets the engine clear up, for so long at most. */
  async #leave(events: AsyncIterator<EngineEvent>, graceMs: number): Promise<void> {
    const { promise: grace, resolve } = Promise.withResolvers<undefined>();
    const timer = setTimeout(() => resolve(undefined), graceMs);
    const ended = Promise.resolve(events.return?.()).catch(() => undefined);
    await Promise.race([ended, grace]);
    clearTimeout(timer);
  }

  /** What is left until the deadline; undefined where there is none. */
  #leftMs(journal: JobJournal | undefined): number | undefined {
    if (this.#deadlineMs === undefined) return undefined;
    const leftMs = (firstStart(journal) ?? Date.now()) + this.#deadlineMs - Date.now();
    const isUnderWay = journal?.entry?.operation !== undefined;
    return Math.max(isUnderWay ? FETCH_MS : 0, leftMs);
  }

  #stopSignal(outer: AbortSignal, leftMs: number | undefined): Stop {
    const deadline = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    if (leftMs !== undefined) {
      timer = setTimeout(() => deadline.abort(new EngineFault('engine_timeout')), leftMs);
    }
    const signal = AbortSignal.any([outer, deadline.signal]);
    let askedAt: number | undefined;
    signal.addEventListener('abort', () => (askedAt = Date.now()), { once: true });
    return {
      signal,
      clear: () => clearTimeout(timer),
      // Whoever was asked to stop is waited for once, not once more when it is left.
      graceLeft: () => Math.max(0, this.#graceMs - (askedAt === undefined ? 0 : Date.now() - askedAt)),
    };
  }

  /** Settles as `next` does; once the signal is aborted, only for as long as the grace lasts, then rejects with the reason. */
  async #untilStopped<Value>(next: Promise<Value>, signal: AbortSignal): Promise<Value> {
    const { promise: stopped, reject } = Promise.withResolvers<never>();
    let timer: NodeJS.Timeout | undefined;
    const onAbort = (): void => {
      const graceMs = signal.reason === SHUTDOWN ? SHUTDOWN_GRACE_MS : this.#graceMs;
      timer = setTimeout(() => reject(signal.reason as Error), graceMs);
    };
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
    try {
      return await Promise.race([next, stopped]);
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      // Nobody awaits an answer that comes after the grace.
      next.catch(() => undefined);
    }
  }
}

/** When a job was first asked for; undefined where it has not been. */
function firstStart(journal: JobJournal | undefined): number | undefined {
  return journal?.entry?.firstStartedAt ?? journal?.entry?.startedAt;
}

import type { JobEnd, Meter } from '../ports/index.ts';

/** Faults with which an engine makes nothing for anybody. */
const DEAD_END: readonly string[] = [
  'engine_unavailable',
  'engine_unauthorized',
  'engine_no_credit',
  'model_not_found',
];
/** An engine that is not asked must have its chance again, in milliseconds. */
const FORGOTTEN_AFTER_MS = 60_000;

/**
 * Knows of each engine how its last job ended. A probe of its own would cost money at a hosted service, and says less:
 * a server may answer that can make nothing.
 */
export class EngineWatch implements Pick<Meter, 'accepted' | 'ended'> {
  readonly #faults = new Map<string, { readonly outcome: string; readonly at: number }>();
  readonly #now: () => number;

  /** @param now a clock that only goes forward, in milliseconds; default `performance.now` */
  constructor(now = () => performance.now()) {
    this.#now = now;
  }

  accepted(): void {
    // It says nothing of the engine.
  }

  ended({ engine, outcome }: JobEnd): void {
    if (DEAD_END.includes(outcome)) this.#faults.set(engine, { outcome, at: this.#now() });
    else this.#faults.delete(engine);
  }

  /** What is wrong where the last job of every engine came to nothing within a minute; undefined else. */
  fault(engines: readonly string[]): string | undefined {
    const recent = engines.flatMap((engine) => {
      const fault = this.#faults.get(engine);
      return fault !== undefined && this.#now() - fault.at < FORGOTTEN_AFTER_MS ? `${engine}: ${fault.outcome}` : [];
    });
    return engines.length > 0 && recent.length === engines.length ? recent.join(', ') : undefined;
  }
}

import type { EngineEvent, EngineRequest } from '../port/video-engine.ts';

/** How much of the way a wait that is as long as usual covers. */
const USUAL_SHARE = 0.9;
/** How much a new duration counts against all before it. */
const WEIGHT = 0.3;

/** How many lengths and sizes are remembered: people choose from a few, but may write any. */
const CAPACITY = 100;

/** What is known of a server's clips, by length and size: what a short one took says nothing of a long one. */
export class Estimates {
  readonly #guessMs: number;
  readonly #estimates = new Map<string, Estimate>();

  /** @param guessMs what to assume before the first clip of a length and size, in milliseconds */
  constructor(guessMs: number) {
    this.#guessMs = guessMs;
  }

  /** The estimate for what is asked for. */
  of({ options: { seconds, size } = {} }: EngineRequest): Estimate {
    const key = `${seconds ?? ''} ${size ?? ''}`;
    const known = this.#estimates.get(key) ?? new Estimate(this.#guessMs);
    this.#estimates.delete(key);
    this.#estimates.set(key, known);
    const [oldest = ''] = this.#estimates.keys();
    if (this.#estimates.size > CAPACITY) this.#estimates.delete(oldest);
    return known;
  }
}

/** How long clips usually take at a server that does not say how far it is. Learned while the process runs. */
class Estimate {
  #usualMs: number;
  #isLearned = false;

  /** @param guessMs what to assume before the first clip, in milliseconds */
  constructor(guessMs: number) {
    this.#usualMs = guessMs;
  }

  /** Notes how long a clip took, in milliseconds. */
  learn(durationMs: number): void {
    this.#usualMs = this.#isLearned ? (1 - WEIGHT) * this.#usualMs + WEIGHT * durationMs : durationMs;
    this.#isLearned = true;
  }

  /** How far a clip presumably is after a time in milliseconds: always nearer to the end, and never there. */
  progressAfter(elapsedMs: number): Extract<EngineEvent, { kind: 'progress' }> {
    const share = 1 - (1 - USUAL_SHARE) ** (elapsedMs / Math.max(1, this.#usualMs));
    const left = this.#isLearned ? { etaMs: Math.max(0, Math.round(this.#usualMs - elapsedMs)) } : {};
    return { kind: 'progress', progress: 0.95 * share, stage: 'generate', ...left };
  }
}
